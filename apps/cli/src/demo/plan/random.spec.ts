import { drawUntil, randomFrom } from './random';

const some = (seed: number, branch = 'a'): number[] => {
  const random = randomFrom(seed).branch(branch);
  return Array.from({ length: 1000 }, () => random.whole(1, 6));
};

describe('random choices', () => {
  it('are the same for the same seed and branch, and others for others', () => {
    expect(some(1)).toEqual(some(1));
    expect(some(1)).not.toEqual(some(2));
    expect(some(1)).not.toEqual(some(1, 'b'));
  });

  it('are about evenly spread', () => {
    for (const face of [1, 2, 3, 4, 5, 6]) {
      const thrown = some(5).filter((each) => each === face).length;
      expect(thrown).toBeGreaterThan(110);
      expect(thrown).toBeLessThan(230);
    }
  });

  it('keep to weights, and lose nothing in a shuffle', () => {
    const random = randomFrom(3);
    const picked = Array.from({ length: 1000 }, () =>
      random.weighted([
        ['often', 9],
        ['never', 0],
        ['seldom', 1],
      ]),
    );
    expect(picked).not.toContain('never');
    expect(picked.filter((each) => each === 'often').length).toBeGreaterThan(800);
    expect(random.shuffle([1, 2, 3, 4]).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4]);
  });

  it('give up on what cannot be', () => {
    expect(() =>
      drawUntil(
        () => 1,
        (drawn) => drawn > 1,
      ),
    ).toThrow('no draw fits');
  });
});
