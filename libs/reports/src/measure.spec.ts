import { factsLists, type Measure, totalsOver } from './measure';

const refused: Measure = { basis: 'answered', where: { case_type: 'disclosure', outcome: ['refused-privacy', 'refused-other-law'] } };
const pending: Measure = { basis: 'received', where: { case_type: 'proceeding', outcome: '' } };
const abandoned: Measure = { basis: 'settled', where: { case_type: 'disclosure', outcome: ['other-fee-unpaid', ''] } };
const open = (basis: 'carried-in' | 'carried-out'): Measure => ({ basis, where: { case_type: 'disclosure' } });

const counted = (basis: 'received' | 'answered' | 'settled', year: number, n: number, outcome = '') =>
  ({ basis, year, case_type: 'disclosure', outcome, n }) as const;

describe('a measure', () => {
  // A merged case is in no total, so it is behind no figure either.
  it('asks the facts for the year of its basis and for its values', () => {
    expect(factsLists(refused, 2018)).toEqual([
      { answered_year: 2018, merged_into: null, case_type: 'disclosure', outcome: ['refused-privacy', 'refused-other-law'] },
    ]);
  });

  it('asks the facts for NULL where the cube has an empty text', () => {
    expect(factsLists(pending, 2018)).toEqual([{ received_year: 2018, merged_into: null, case_type: 'proceeding', outcome: [null] }]);
  });

  it('lists what was answered in the year, and what ended in it without an answer by how it ended', () => {
    expect(factsLists({ ...abandoned, where: { outcome: 'other-fee-unpaid' } }, 2021)).toEqual([
      { answered_year: 2021, merged_into: null, outcome: ['other-fee-unpaid'] },
      { answered_year: 2021, merged_into: null, outcome: null, disposal: ['other-fee-unpaid'] },
      { answered_year: null, closed_year: 2021, merged_into: null, outcome: ['other-fee-unpaid'] },
      { answered_year: null, closed_year: 2021, merged_into: null, outcome: null, disposal: ['other-fee-unpaid'] },
    ]);
  });

  it('counts rows of its basis, year and values and no others', () => {
    const rows = [
      counted('answered', 2018, 2, 'refused-privacy'),
      counted('answered', 2018, 3, 'refused-other-law'),
      counted('answered', 2018, 5, 'granted'),
      counted('answered', 2017, 7, 'refused-privacy'),
    ];
    expect(totalsOver(2018, rows)(refused)).toBe(5);
    expect(totalsOver(2018, rows)({ ...refused, basis: 'received' })).toBe(0);
  });

  it('of what was carried over counts what was received and not settled by the end of a year', () => {
    const rows = [
      counted('received', 2019, 4),
      counted('received', 2020, 10),
      counted('received', 2021, 6),
      counted('answered', 2020, 8),
      counted('settled', 2019, 1),
      counted('settled', 2020, 8),
      counted('settled', 2021, 100),
    ];
    expect(totalsOver(2020, rows)(open('carried-in'))).toBe(3);
    expect(totalsOver(2020, rows)(open('carried-out'))).toBe(5);
  });

  it('refuses totals that were summed over what it asks for', () => {
    const summed = [{ basis: 'answered', year: 2018, case_type: 'disclosure', n: 1 }] as const;
    expect(() => totalsOver(2018, summed)(refused)).toThrow('fetched without outcome');
  });
});
