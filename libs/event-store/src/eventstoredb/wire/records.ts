import { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { MessageReader } from './message-reader';

/** A record of EventStoreDB as it is sent. */
export interface WireRecord {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly prepare: number;
  readonly commit: number;
  readonly type: string;
  /** Hundreds of nanoseconds since 1970. */
  readonly created: string;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

export interface ReadEvent {
  readonly kind: 'event';
  /** Undefined for what a link pointed to and is there no more. */
  readonly record: WireRecord | undefined;
  readonly isLinked: boolean;
}

type Mutable = { -readonly [F in keyof WireRecord]: WireRecord[F] };

/** What a read or a subscription is answered with: an event, which is most of it and read here, or something about it. */
export type ReadMessage = ReadEvent | { readonly kind: 'other'; readonly message: ReadResp };

// Of the message ReadResp: only one of its fields is there.
const event = 1;

export function readMessage(bytes: Buffer): ReadMessage {
  const reader = new MessageReader(bytes);
  if (reader.next() && reader.field === event) return readEvent(reader.message());
  return { kind: 'other', message: ReadResp.deserializeBinary(new Uint8Array(bytes)) };
}

function readEvent(reader: MessageReader): ReadEvent {
  let record: WireRecord | undefined;
  let isLinked = false;
  while (reader.next()) {
    if (reader.field === 1) record = readRecord(reader.message());
    else {
      isLinked ||= reader.field === 2;
      reader.skip();
    }
  }
  return { kind: 'event', record, isLinked };
}

const nothing = Buffer.alloc(0);

function readRecord(reader: MessageReader): WireRecord {
  const record: Mutable = {
    id: '',
    stream: '',
    revision: 0,
    prepare: 0,
    commit: 0,
    type: '',
    created: '0',
    data: nothing,
    metadata: nothing,
  };
  while (reader.next()) {
    const read = recordFields[reader.field];
    if (read) read(record, reader);
    else reader.skip();
  }
  return record;
}

// Of the message ReadResp.ReadEvent.RecordedEvent, by their numbers.
const recordFields: readonly (((record: Mutable, reader: MessageReader) => void) | undefined)[] = [
  undefined,
  (record, reader) => (record.id = fieldOf(reader.message(), 2)),
  (record, reader) => (record.stream = fieldOf(reader.message(), 3)),
  (record, reader) => (record.revision = reader.number()),
  (record, reader) => (record.prepare = reader.number()),
  (record, reader) => (record.commit = reader.number()),
  (record, reader) => readAbout(record, reader.message()),
  (record, reader) => (record.metadata = reader.slice()),
  (record, reader) => (record.data = reader.slice()),
];

function readAbout(record: Mutable, entry: MessageReader): void {
  let name = '';
  let value = '';
  while (entry.next())
    if (entry.field === 1) name = entry.text();
    else if (entry.field === 2) value = entry.text();
    else entry.skip();
  if (name === 'type' || name === 'created') record[name] = value;
}

/** The text in one field of a message. */
export function fieldOf(reader: MessageReader, field: number): string {
  let text = '';
  while (reader.next())
    if (reader.field === field) text = reader.text();
    else reader.skip();
  return text;
}
