import { feeFor } from './disclosure.fees';

// 国办函〔2020〕109号 arts 4 and 5: each step's price is for what lies within it.
describe('the fee', () => {
  it.each([
    [1, 0],
    [10, 0],
    [11, 100],
    [30, 2_000],
    [31, 2_200],
    [40, 4_000],
    [41, 4_300],
    [50, 7_000],
    [51, 7_400],
  ])('for %i requests of one applicant in a month is %i yuan', (count, yuan) => expect(feeFor('requests', count)).toBe(yuan));

  it.each([
    [1, 0],
    [30, 0],
    [31, 10],
    [100, 700],
    [101, 720],
    [200, 2_700],
    [201, 2_740],
    [250, 4_700],
  ])('for %i pages is %i yuan', (count, yuan) => expect(feeFor('pages', count)).toBe(yuan));

  it.each([
    [10, 1, 100],
    [29, 2, 300],
    [40, 1, 300],
    [3, 4, 0],
  ])('after %i requests in the month, for %i more, is %i yuan', (before, count, yuan) =>
    expect(feeFor('requests', count, before)).toBe(yuan),
  );
});
