import { inKeyOrder } from './in-key-order';
import type { Delivered, Verdict } from './message';

const message = (key: string | undefined, offset: number): Delivered => ({
  topic: 't',
  partition: 0,
  offset: String(offset),
  key,
  headers: {},
  value: null,
  attempt: 1,
  timestamp: 0,
});

describe('handling in the order of keys', () => {
  it('begins the first of each key at once, and the next when the one before has its verdict', async () => {
    const begun: string[] = [];
    const answers = new Map<string, (verdict: Verdict) => void>();
    const handled = inKeyOrder((one) => {
      begun.push(one.offset);
      return new Promise((resolve) => answers.set(one.offset, resolve));
    })([message('a', 0), message('a', 1), message('b', 2), message(undefined, 3), message(undefined, 4)]);
    expect(begun).toEqual(['0', '2', '3', '4']);
    answers.get('0')!({ retry: 'later' });
    while (begun.length < 5) await Promise.resolve();
    for (const offset of ['1', '2', '3', '4']) answers.get(offset)!('done');
    expect(await handled).toEqual([{ retry: 'later' }, 'done', 'done', 'done', 'done']);
  });

  it('throws when one has thrown, after all that had begun have ended, and begins no later one of that key', async () => {
    const begun: string[] = [];
    const ended: string[] = [];
    const handle = inKeyOrder(async ({ offset }) => {
      begun.push(offset);
      if (offset === '0') throw new Error('the store is down');
      await new Promise((resolve) => setTimeout(resolve, 5));
      ended.push(offset);
      return 'done';
    });
    await expect(handle([message('a', 0), message('a', 1), message('b', 2)])).rejects.toThrow('the store is down');
    expect(begun).toEqual(['0', '2']);
    expect(ended).toEqual(['2']);
  });
});
