import { cubeConditions, factsConditions, type Measure, matches, totalsOver } from './measure';

const refused: Measure = { basis: 'answered', where: { case_type: 'disclosure', outcome: ['refused-privacy', 'refused-other-law'] } };
const pending: Measure = { basis: 'received', where: { case_type: 'proceeding', outcome: '' } };

const answered = (year: number, outcome: string, n: number) => ({ basis: 'answered', year, case_type: 'disclosure', outcome, n }) as const;

describe('a measure', () => {
  it('asks the cube for its basis, its year and its values', () => {
    expect(cubeConditions(refused, 2018)).toEqual([
      { column: 'basis', op: 'in', value: ['answered'] },
      { column: 'year', op: 'in', value: [2018] },
      { column: 'case_type', op: 'in', value: ['disclosure'] },
      { column: 'outcome', op: 'in', value: ['refused-privacy', 'refused-other-law'] },
    ]);
  });

  // A merged case is in no total, so it is behind no figure either.
  it('asks the facts for the year of its basis and the same values', () => {
    expect(factsConditions(refused, 2018)).toEqual([
      { column: 'answered_year', op: 'in', value: [2018] },
      { column: 'merged_into', op: 'in', value: [null] },
      { column: 'case_type', op: 'in', value: ['disclosure'] },
      { column: 'outcome', op: 'in', value: ['refused-privacy', 'refused-other-law'] },
    ]);
  });

  it('asks the facts for NULL where the cube has an empty text', () => {
    expect(cubeConditions(pending, 2018)).toContainEqual({ column: 'outcome', op: 'in', value: [''] });
    expect(factsConditions(pending, 2018)).toContainEqual({ column: 'outcome', op: 'in', value: [null] });
  });

  it('counts rows of its basis, year and values and no others', () => {
    const rows = [
      answered(2018, 'refused-privacy', 2),
      answered(2018, 'refused-other-law', 3),
      answered(2018, 'granted', 5),
      answered(2017, 'refused-privacy', 7),
    ];
    expect(totalsOver(2018, rows)(refused)).toBe(5);
    expect(matches({ ...refused, basis: 'received' }, 2018, answered(2018, 'refused-privacy', 2))).toBe(false);
  });

  it('refuses totals that were summed over what it asks for', () => {
    expect(() => matches(refused, 2018, { basis: 'answered', year: 2018, case_type: 'disclosure', n: 1 })).toThrow(
      'fetched without outcome',
    );
  });
});
