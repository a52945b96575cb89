import { replay, type Shelves } from './dead-letter-replay';
import { deadLetter, type Letter, type Stored } from './letters';

const failed = (key: string, failedAt: number): Letter =>
  deadLetter(
    { topic: 'intake', partition: 0, offset: '5', key, headers: { ce_id: key }, value: null, attempt: 3, timestamp: 1 },
    'code',
    'reason',
    failedAt,
  );

/** Topics as lists, on which the n-th posting may be the last. */
const shelvesWith = (letters: readonly Letter[]) => {
  const topics: Record<string, Letter[]> = { intake: [], 'intake.dead': [...letters] };
  let postingsLeft = Infinity;
  const shelves: Shelves = {
    readAll: async (topic) =>
      topics[topic]!.map((letter, offset) => ({ ...letter, topic, partition: 0, offset: String(offset), timestamp: 1 }) as Stored),
    async post(topic, some) {
      if (postingsLeft-- <= 0) throw new Error('killed');
      topics[topic]!.push(...some);
    },
  };
  return { shelves, published: () => topics['intake']!.map(({ key }) => key), killAfter: (postings: number) => (postingsLeft = postings) };
};

describe('replaying dead letters', () => {
  it('puts each back once', async () => {
    const { shelves, published } = shelvesWith([failed('b', 2), failed('a', 1)]);
    await replay(shelves, 'intake');
    await replay(shelves, 'intake');
    expect(published()).toEqual(['a', 'b']);
  });

  it.each([0, 1])('interrupted after %s steps loses none: what is in doubt is published again', async (steps) => {
    const { shelves, published, killAfter } = shelvesWith([failed('a', 1), failed('b', 2)]);
    killAfter(steps);
    await expect(replay(shelves, 'intake')).rejects.toThrow('killed');
    killAfter(Infinity);
    await replay(shelves, 'intake');
    expect(new Set(published())).toEqual(new Set(['a', 'b']));
    expect((await replay(shelves, 'intake')).letters).toEqual([]);
  });

  it('in a dry run only says what it would do', async () => {
    const { shelves, published } = shelvesWith([failed('a', 1)]);
    expect((await replay(shelves, 'intake', { dryRun: true })).letters).toHaveLength(1);
    expect(published()).toEqual([]);
  });
});
