import type { DeadLetter } from './dead-letters';
import type { Delivered, OutgoingMessage } from './message';

/** A message as it lies on a topic, at the place where it lies. */
export type Stored = Omit<Delivered, 'attempt'>;

/** What the adapters put on topics; retries and dead letters may be without a key, and tombstones. */
export type Letter = Omit<OutgoingMessage, 'key' | 'value'> & { readonly key: string | undefined; readonly value: Buffer | string | null };

export const retryTopic = (topic: string): string => `${topic}.retry`;
export const deadTopic = (topic: string): string => `${topic}.dead`;

const longestReason = 500;

/** Headers with this beginning are ours; what senders put there is not passed on. */
const prefix = 'huiying-';
const name = {
  topic: `${prefix}topic`,
  partition: `${prefix}partition`,
  offset: `${prefix}offset`,
  timestamp: `${prefix}timestamp`,
  attempt: `${prefix}attempt`,
  due: `${prefix}due`,
  code: `${prefix}code`,
  reason: `${prefix}reason`,
  failedAt: `${prefix}failed-at`,
  replayed: `${prefix}replayed`,
} as const;

const withoutOurs = (headers: Stored['headers']): Stored['headers'] =>
  Object.fromEntries(Object.entries(headers).filter(([header]) => !header.startsWith(prefix)));

const short = (text: string): string => [...text.toWellFormed()].slice(0, longestReason).join('');

const origin = ({ topic, partition, offset, timestamp, headers }: Delivered): Record<string, string> => ({
  ...withoutOurs(headers),
  [name.topic]: topic,
  [name.partition]: String(partition),
  [name.offset]: offset,
  [name.timestamp]: String(timestamp),
});

/** For `<topic>.retry`: to be handled again at `due` (milliseconds since 1970). */
export const retryLetter = (message: Delivered, due: number, reason: string): Letter => ({
  key: message.key,
  value: message.value,
  headers: {
    ...origin(message),
    [name.attempt]: String(message.attempt + 1),
    [name.due]: String(due),
    [name.reason]: short(reason),
  },
});

/** For `<topic>.dead`. */
export const deadLetter = (message: Delivered, code: string, reason: string, now: number): Letter => ({
  key: message.key,
  value: message.value,
  headers: {
    ...origin(message),
    [name.attempt]: String(message.attempt),
    [name.code]: short(code),
    [name.reason]: short(reason),
    [name.failedAt]: new Date(now).toISOString(),
  },
});

/** When a message on a retry topic is to be handled, in milliseconds since 1970; what somebody else has put there is due at once. */
export const dueOf = ({ headers }: Stored): number => Number(headers[name.due] ?? 0) || 0;

const originOf = ({ topic, partition, offset, timestamp, headers }: Stored) => ({
  topic: headers[name.topic] ?? topic,
  partition: Number(headers[name.partition] ?? partition),
  offset: headers[name.offset] ?? offset,
  timestamp: Number(headers[name.timestamp] ?? timestamp),
});

/** As the handler sees it: what came by way of a retry topic looks as it did at first, but for the attempt. */
export const deliver = (stored: Stored, cameByRetry: boolean): Delivered => ({
  ...(cameByRetry ? originOf(stored) : stored),
  key: stored.key,
  headers: withoutOurs(stored.headers),
  value: stored.value,
  attempt: cameByRetry ? Math.max(1, Number(stored.headers[name.attempt]) || 1) : 1,
});

const placeOf = ({ partition, offset }: Pick<Stored, 'partition' | 'offset'>): string => `${partition}/${offset}`;

/** Put on `<topic>.dead` when a letter is back on its topic: a log cannot forget, it can only be told more. */
export const replayedMark = (letter: DeadLetter): Letter => ({
  key: letter.key,
  value: null,
  headers: { [name.replayed]: placeOf(letter) },
});

/** Back on its topic as it was first published. */
export const replayedLetter = ({ key, headers, value }: DeadLetter): Letter => ({ key, headers, value });

const readDeadLetter = (stored: Stored): DeadLetter => ({
  partition: stored.partition,
  offset: stored.offset,
  key: stored.key,
  code: stored.headers[name.code] ?? 'unknown',
  reason: stored.headers[name.reason] ?? '',
  attempts: Number(stored.headers[name.attempt] ?? 1),
  failedAt: stored.headers[name.failedAt] ?? new Date(stored.timestamp).toISOString(),
  original: originOf(stored),
  headers: withoutOurs(stored.headers),
  value: stored.value,
});

/** The letters among what lies on a dead-letter topic that have not been replayed, oldest first. */
export const openLetters = (all: readonly Stored[]): readonly DeadLetter[] => {
  const replayed = new Set(all.map(({ headers }) => headers[name.replayed]));
  return all
    .filter((stored) => stored.headers[name.replayed] === undefined && !replayed.has(placeOf(stored)))
    .map(readDeadLetter)
    .toSorted((one, other) => one.failedAt.localeCompare(other.failedAt) || one.partition - other.partition);
};
