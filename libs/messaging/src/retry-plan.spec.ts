import { delayAfter, usualRetries } from './retry-plan';

describe('a message that could not be handled', () => {
  it('is tried five times, each after a longer pause', () => {
    expect([1, 2, 3, 4, 5].map((attempt) => delayAfter(usualRetries, attempt))).toEqual([5_000, 30_000, 120_000, 600_000, undefined]);
  });

  it('keeps the last pause when there are more attempts than pauses, and has none where none is stated', () => {
    expect(delayAfter({ attempts: 9, delays: [10, 20] }, 7)).toBe(20);
    expect(delayAfter({ attempts: 3, delays: [] }, 1)).toBe(0);
    expect(delayAfter({ attempts: 1, delays: [10] }, 1)).toBeUndefined();
  });
});
