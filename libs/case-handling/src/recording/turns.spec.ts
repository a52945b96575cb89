import { setTimeout as pause } from 'node:timers/promises';
import { Turns } from './turns';

describe('turns', () => {
  it('of one name come one after the other, also after one has failed', async () => {
    const turns = new Turns();
    const seen: string[] = [];
    const work = (name: string, ms: number) => async () => {
      seen.push(`${name} begins`);
      await pause(ms);
      seen.push(`${name} ends`);
      if (name === 'b') throw new Error('b fails');
    };
    const results = await Promise.allSettled([turns.take('x', work('a', 8)), turns.take('x', work('b', 4)), turns.take('x', work('c', 1))]);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('of different names do not wait for each other', async () => {
    const turns = new Turns();
    let release = (): void => undefined;
    const held = turns.take('x', () => new Promise<void>((resolve) => (release = resolve)));
    await turns.take('y', async () => undefined);
    release();
    await held;
  });
});
