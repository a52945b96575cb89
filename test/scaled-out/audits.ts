import { publishedEvent, rebuild } from '@app/case-handling';
import { caseTypes } from '@app/cases';
import type { EventStore, RecordedEvent } from '@app/event-store';
import type { Delivered, Messaging } from '@app/messaging';
import { openReadStore, type SharedRows } from '@app/read-store';
import { until } from '../support/until';

/** Every event of the log, in its order. */
export const wholeLog = async (store: EventStore): Promise<readonly RecordedEvent[]> => {
  const all: RecordedEvent[] = [];
  for (;;) {
    const page = await store.readAll(all.at(-1)?.position ?? 0, 2_000);
    if (page.length === 0) return all;
    all.push(...page);
  }
};

type Happened = Pick<RecordedEvent, 'stream' | 'type'>;

const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));

const isOfCase = ({ stream }: Happened): boolean => Object.hasOwn(caseTypes, categoryOf(stream));

/** What happened in each case, whatever its id: as one line for each, sorted. Two logs of the same year have the same lines. */
export const livesIn = (log: readonly Happened[]): readonly string[] => {
  const lives = new Map<string, string[]>();
  for (const { stream, type } of log.filter(isOfCase)) lives.set(stream, [...(lives.get(stream) ?? []), type]);
  return [...lives].map(([stream, types]) => `${categoryOf(stream)}: ${types.toSorted().join(' ')}`).toSorted();
};

/** The digest of each table, as the installation serves them, all of one moment. */
export const servedDigests = (rows: SharedRows): Promise<ReadonlyMap<string, string>> =>
  rows.still(async () => named(await rows.digest()), 60_000);

/** The same of rows that are folded from the log's beginning, by nobody but us. */
export const replayedDigests = async (store: EventStore): Promise<ReadonlyMap<string, string>> => {
  const rows = await openReadStore({ memory: true });
  try {
    await rebuild(store, rows);
    return named(await rows.digest());
  } finally {
    await rows.close();
  }
};

const named = (digests: Awaited<ReturnType<SharedRows['digest']>>): ReadonlyMap<string, string> =>
  new Map([...digests].map(([{ name }, digest]) => [name, digest]));

/** Everything that stands on a topic, in the order in which a reader from the beginning sees it; done when all `expected` ids were seen. */
export const readTopic = async (messaging: Messaging, topic: string, expected: ReadonlySet<string>): Promise<readonly Delivered[]> => {
  const told: Delivered[] = [];
  const missing = new Set(expected);
  await messaging.ensureTopics([{ topic, consumed: true }]);
  const consumer = messaging.consumer({ groupId: `${topic}.audit.${process.pid}`, topics: [topic] });
  await consumer.start(async (messages) => {
    told.push(...messages);
    for (const { headers } of messages) missing.delete(headers['ce_id']!);
    return messages.map(() => 'done');
  });
  await until(`all of ${expected.size} events are on ${topic}`, () => missing.size === 0).catch((error: unknown) => {
    throw new Error(`${String(error)}; ${missing.size} are missing, such as ${[...missing].slice(0, 3).join(', ')}`, { cause: error });
  });
  return told;
};

/** Revisions of each case in the order in which they were first told. */
export const firstTold = (told: readonly Delivered[]): ReadonlyMap<string, readonly number[]> => {
  const seen = new Set<string>();
  const revisions = new Map<string, number[]>();
  for (const { headers, key } of told) {
    const id = headers['ce_id']!;
    if (seen.has(id)) continue;
    seen.add(id);
    revisions.set(String(key), [...(revisions.get(String(key)) ?? []), Number(headers['ce_revision'])]);
  }
  return revisions;
};

/** The revisions of each case that are to be published, in their order, and the ids of those events. */
export const toBeTold = (log: readonly RecordedEvent[]) => {
  const leaving = log.filter((event) => publishedEvent(event, 'urn:audit') !== undefined);
  const revisions = new Map<string, number[]>();
  for (const { stream, revision } of leaving) revisions.set(stream, [...(revisions.get(stream) ?? []), revision]);
  return { ids: new Set(leaving.map(({ id }) => id)), revisions };
};
