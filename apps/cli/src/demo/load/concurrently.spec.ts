import { concurrently } from './concurrently';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('work done concurrently', () => {
  it('is begun in order, never more than the limit at a time', async () => {
    const begun: number[] = [];
    let running = 0;
    let most = 0;
    await concurrently([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      begun.push(item);
      most = Math.max(most, ++running);
      await turn();
      running -= 1;
    });
    expect(begun).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
  });

  it('begins nothing more after a failure, and tells of it', async () => {
    const begun: number[] = [];
    const work = async (item: number): Promise<void> => {
      begun.push(item);
      await turn();
      if (item === 2) throw new Error('two');
    };
    await expect(concurrently([1, 2, 3, 4, 5, 6], 2, work)).rejects.toThrow('two');
    expect(begun.length).toBeLessThan(5);
  });
});
