import type { ExpectedRevision, NewEvent } from './event-store';
import { isEventId } from './event-id';

const control = /\p{Cc}/u;

/** Refuses what the log could not keep exactly. Whether data is JSON is the writer's business: it is not parsed here. */
export function checkAppend(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): void {
  checkName(stream, 'stream name');
  if (typeof expected === 'number' && !(Number.isSafeInteger(expected) && expected >= 0))
    throw new TypeError(`${expected} is not a revision; a stream that is not there yet is expected with 'none'`);
  if (events.length === 0) throw new TypeError('an append needs at least one event');
  for (const event of events) checkEvent(event);
}

function checkEvent({ id, type, data, metadata }: NewEvent): void {
  if (!isEventId(id)) throw new TypeError(`${id} is not a UUID in lower case`);
  checkName(type, 'event type');
  checkJson(data, 'data');
  checkJson(metadata, 'metadata');
}

function checkName(name: string, what: string): void {
  if (name === '' || control.test(name) || !isWellFormed(name))
    throw new TypeError(`a ${what} must not be empty nor contain control characters or lone surrogates`);
}

// NUL separates fields in the hash chain and U+001F in a row's header; JSON text never contains either.
function checkJson(text: string, what: string): void {
  if (text === '' || text.includes('\0') || text.includes('\u001f') || !isWellFormed(text))
    throw new TypeError(`${what} must be JSON text without control characters and lone surrogates`);
}

// In every Node we support, but not in the ES2023 typings.
const isWellFormed = (text: string) => (text as string & { isWellFormed(): boolean }).isWellFormed();
