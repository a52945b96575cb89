export type { Clock } from './clock';
export {
  AppendTooLarge,
  DataFolderInUse,
  DataFolderTooNew,
  DuplicateEventId,
  EventStoreFull,
  EventStoreUnavailable,
  RevisionConflict,
} from './errors';
export { bytesToUuid, isEventId, newEventId, uuidToBytes } from './event-id';
export { EventStore, noEvents } from './event-store';
export type {
  Appended,
  Bound,
  ExpectedRevision,
  NewEvent,
  Position,
  RecordedEvent,
  Scan,
  ScannedEvent,
  Subscriber,
  Subscription,
  Verification,
} from './event-store';
export { BringOver, bringOver, CannotBringOver } from './eventstoredb/bring-over';
export type { EventStoreDbEventStore } from './eventstoredb/event-store-db-event-store';
export { openEventStoreDb } from './eventstoredb/open';
export type { Deadlines, EventStoreDbSettings } from './eventstoredb/settings';
export { SignpostsDisagree, startSignposts } from './eventstoredb/signpost-writer';
export { EventStoreModule, type EventStoreSettings } from './event-store.module';
export { KeyDestroyed, KeyStore } from './key-store';
export { MemoryEventStore } from './memory/memory-event-store';
export { MemoryKeyStore } from './memory/memory-key-store';
export type { KeysBroughtOver } from './postgres/bring-keys-over';
export { bringKeysToPostgres, openPostgresKeys } from './postgres/open-postgres-key-store';
export type { PostgresKeyStoreSettings } from './postgres/postgres-key-store';
export { lockDataFolder } from './sqlite/data-folder-lock';
export { SqliteEventStore, type SqliteEventStoreSettings } from './sqlite/sqlite-event-store';
export { SqliteKeyStore } from './sqlite/sqlite-key-store';
export { metadataStream, readStreamMetadata, writeStreamMetadata } from './stream-metadata';
