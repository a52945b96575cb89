import { chartsOf } from './charts';
import type { CubeRow } from './measure';
import type { RatingRow } from './ratings';

const counted = (row: Partial<CubeRow>): CubeRow => ({
  basis: 'received',
  year: 2024,
  month: 1,
  channel: 'phone',
  unit: 'roads',
  timing: '',
  n: 1,
  ...row,
});
const rated = (month: number, rating: string, n: number, year = 2024): RatingRow => ({ year, month, rating, n });

describe('the charts of a year', () => {
  it('count what was received by month and channel, over everything else', () => {
    const cube = [counted({ n: 2 }), counted({ n: 3, unit: 'water' }), counted({ month: 12, channel: 'online', n: 7 })];
    expect(chartsOf(2024, cube, []).received).toEqual([
      { channel: 'online', months: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7] },
      { channel: 'phone', months: [5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
    ]);
  });

  it('leave other years and other bases out', () => {
    const cube = [counted({ year: 2023 }), counted({ basis: 'closed' })];
    expect(chartsOf(2024, cube, [rated(1, 'satisfied', 5, 2023)])).toEqual({ year: 2024, received: [], satisfaction: [], timings: [] });
  });

  it('give each month its own rate, with what it was divided by', () => {
    const { satisfaction } = chartsOf(2024, [], [rated(3, 'satisfied', 2), rated(3, 'dissatisfied', 1), rated(4, 'dissatisfied', 1)]);
    expect(satisfaction[2]).toMatchObject({ month: 3, rate: { numerator: 2, denominator: 3, value: '66.67', text: '66.67%' } });
    expect(satisfaction[3]).toMatchObject({ month: 4, rate: { numerator: 0, denominator: 1, value: '0.00' } });
  });

  it('never take a month without ratings for one of nought per cent', () => {
    const { satisfaction } = chartsOf(2024, [], [rated(3, 'satisfied', 2), rated(4, 'not-rated', 9)]);
    expect(satisfaction).toHaveLength(12);
    expect(satisfaction[3]).toMatchObject({ month: 4, rate: { denominator: 0, value: undefined, text: '—' } });
  });

  it('have no rates at all when nobody was asked', () => expect(chartsOf(2024, [], [rated(4, 'not-rated', 9)]).satisfaction).toEqual([]));

  it('say of each unit what it answered in time, after an extension, and late; the busiest first', () => {
    const answered = (unit: string, timing: string, n: number) => counted({ basis: 'answered', unit, timing, n });
    const cube = [
      answered('roads', 'on-time', 1),
      answered('water', 'late', 2),
      answered('water', 'extended', 3),
      answered('parks', '', 9),
    ];
    expect(chartsOf(2024, cube, []).timings).toEqual([
      { unit: 'water', onTime: 0, extended: 3, late: 2 },
      { unit: 'roads', onTime: 1, extended: 0, late: 0 },
    ]);
  });

  it('refuse rows that were fetched without what they need', () => {
    expect(() => chartsOf(2024, [{ basis: 'received', year: 2024, month: 1, n: 1 }], [])).toThrow('without channel');
    expect(() => chartsOf(2024, [], [{ year: 2024, rating: 'satisfied', n: 1 }])).toThrow('without month');
  });
});
