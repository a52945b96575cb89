import { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import type { EventLog } from './event-log';
import { isLink, type LogRecord } from './log-record';

export const streamIdentifier = (name: string): StreamIdentifier => new StreamIdentifier().setStreamName(new Uint8Array(Buffer.from(name)));

export const streamName = (identifier: StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString();

/** The wire form of a record; encoded once, since many will read it. */
function eventMessage(record: LogRecord): Buffer {
  record.message ??= resolvedMessage(record);
  return record.message;
}

/** The wire form of a record, with the link that led to it. */
function resolvedMessage(record: LogRecord | undefined, link?: LogRecord): Buffer {
  const event = new ReadResp.ReadEvent().setCommitPosition(String((link ?? record)!.commit));
  if (record) event.setEvent(recorded(record));
  if (link) event.setLink(recorded(link));
  return Buffer.from(new ReadResp().setEvent(event).serializeBinary());
}

/** A link as itself, or as what it points to where that was asked for. */
export function wireForm(log: EventLog, record: LogRecord, resolveLinks: boolean): Buffer {
  return resolveLinks && isLink(record) ? resolvedMessage(log.target(record), record) : eventMessage(record);
}

function recorded(record: LogRecord): ReadResp.ReadEvent.RecordedEvent {
  const event = new ReadResp.ReadEvent.RecordedEvent()
    .setId(new UUID().setString(record.id))
    .setStreamIdentifier(streamIdentifier(record.stream))
    .setStreamRevision(String(record.revision))
    .setCommitPosition(String(record.commit))
    .setPreparePosition(String(record.commit))
    .setData(record.data)
    .setCustomMetadata(record.metadata);
  const metadata = event.getMetadataMap();
  metadata.set('type', record.type);
  metadata.set('content-type', record.contentType);
  // Ticks of 100 nanoseconds.
  metadata.set('created', String(BigInt(record.created) * 10_000n));
  return event;
}

export const confirmation = (id: string): ReadResp =>
  new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId(id));

export const checkpoint = (commit: number): ReadResp =>
  new ReadResp().setCheckpoint(new ReadResp.Checkpoint().setCommitPosition(String(commit)).setPreparePosition(String(commit)));

export const caughtUp = (): ReadResp => new ReadResp().setCaughtUp(new ReadResp.CaughtUp());
export const fellBehind = (): ReadResp => new ReadResp().setFellBehind(new ReadResp.FellBehind());

export const streamNotFound = (name: string): ReadResp =>
  new ReadResp().setStreamNotFound(new ReadResp.StreamNotFound().setStreamIdentifier(streamIdentifier(name)));
