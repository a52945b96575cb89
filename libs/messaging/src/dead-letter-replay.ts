import type { DeadLetter, DeadLetterFilter, Replayed } from './dead-letters';
import { deadTopic, type Letter, openLetters, replayedLetter, replayedMark, type Stored } from './letters';

/** What a replay needs of an adapter. */
export interface Shelves {
  /** Everything that lies on a topic at this moment. */
  readAll(topic: string): Promise<readonly Stored[]>;
  /** Resolves when they are kept. */
  post(topic: string, letters: readonly Letter[]): Promise<void>;
}

const atOnce = 200;

export const findDeadLetters = async (
  shelves: Shelves,
  topic: string,
  { code, key, limit = Infinity }: DeadLetterFilter = {},
): Promise<readonly DeadLetter[]> =>
  openLetters(await shelves.readAll(deadTopic(topic)))
    .filter((letter) => (code === undefined || letter.code === code) && (key === undefined || letter.key === key))
    .slice(0, limit);

/**
 * First back on the topic, then marked as replayed: whoever is interrupted between the two publishes a letter twice the next time, and what
 * reads the topic recognises a CloudEvent that it has had.
 */
export const replay = async (
  shelves: Shelves,
  topic: string,
  { dryRun = false, ...filter }: DeadLetterFilter & { readonly dryRun?: boolean } = {},
): Promise<Replayed> => {
  const letters = await findDeadLetters(shelves, topic, filter);
  if (dryRun) return { letters, dryRun };
  for (let from = 0; from < letters.length; from += atOnce) {
    const some = letters.slice(from, from + atOnce);
    await shelves.post(topic, some.map(replayedLetter));
    await shelves.post(deadTopic(topic), some.map(replayedMark));
  }
  return { letters, dryRun };
};
