import type { ExpectedRevision } from './event-store';

/** The stream is not at the revision the writer expected. `actual` is -1 for a stream that does not exist. */
export class RevisionConflict extends Error {
  override readonly name = 'RevisionConflict';
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: number,
  ) {
    super(`stream ${stream} is at revision ${actual}, not at ${expected}`);
  }
}

/** An event with this id is already recorded somewhere else. */
export class DuplicateEventId extends Error {
  override readonly name = 'DuplicateEventId';
  constructor(readonly eventId: string) {
    super(`an event with the id ${eventId} is already recorded`);
  }
}

/** The store cannot take events now. `outcomeUnknown` when the append may have been recorded all the same. */
export class EventStoreUnavailable extends Error {
  override readonly name = 'EventStoreUnavailable';
  constructor(
    message: string,
    readonly outcomeUnknown = false,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** No room on the disk; the append left nothing behind and may be repeated once there is room. */
export class EventStoreFull extends Error {
  override readonly name = 'EventStoreFull';
}

/** More bytes in one append than the store takes at once; nothing was recorded. */
export class AppendTooLarge extends Error {
  override readonly name = 'AppendTooLarge';
  constructor(readonly mostBytes: number) {
    super(`一次写入的事件超过 ${mostBytes} 字节 (an append of more than ${mostBytes} bytes)`);
  }
}

/** Another process has this data folder open. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
}

/** The data folder was written by a newer version of the program. */
export class DataFolderTooNew extends Error {
  override readonly name = 'DataFolderTooNew';
}
