import * as fc from 'fast-check';
import { Rating } from '@app/cases';
import { ratedFacts, ratingsOver } from './ratings';
import { percentage, type RatingCounts, satisfactionFormulas, type SatisfactionFormulaId, satisfactionRate } from './satisfaction';

const oneplace = { mode: 'half-up', places: 1 } as const;
const counts: RatingCounts = {
  satisfied: 70,
  'basically-satisfied': 20,
  dissatisfied: 10,
  'not-rated': 15,
  unreachable: 4,
  refused: 1,
  '': 80,
};

describe('a satisfaction rate', () => {
  it.each<[SatisfactionFormulaId, number, number, string]>([
    ['strict', 70, 100, '70.00%'],
    ['with-basic', 90, 100, '90.00%'],
    ['over-closed', 70, 200, '35.00%'],
    ['complement', 110, 120, '91.67%'],
    ['sampled', 90, 120, '75.00%'],
  ])('by the formula %s is %i of %i: %s', (formula, numerator, denominator, text) => {
    expect(satisfactionRate(formula, counts)).toMatchObject({ formula, numerator, denominator, text });
  });

  it.each<[string, SatisfactionFormulaId, RatingCounts, string]>([
    ['Yongshun 2018', 'strict', { satisfied: 751, 'basically-satisfied': 12, dissatisfied: 9 }, '97.3%'],
    ['Yueyang 2017, second quarter', 'sampled', { satisfied: 2617, dissatisfied: 96 }, '96.5%'],
  ])('as published: %s', (_, formula, ratings, text) => {
    expect(satisfactionRate(formula, ratings, oneplace).text).toBe(text);
  });

  it('is 97.3 of 772 for 751 only', () => {
    expect([750, 751, 752].map((satisfied) => percentage(satisfied, 772, oneplace))).toEqual(['97.2', '97.3', '97.4']);
  });

  it('says that there is no data rather than 0 or 100', () => {
    expect(satisfactionRate('strict', { unreachable: 3, '': 5 })).toMatchObject({ denominator: 0, value: undefined, text: '—' });
  });

  it('rounds half up or truncates, as it is told', () => {
    expect(percentage(1, 8, { mode: 'half-up', places: 0 })).toBe('13');
    expect(percentage(1, 8, { mode: 'truncate', places: 0 })).toBe('12');
    expect(percentage(1, 1600, { mode: 'half-up', places: 2 })).toBe('0.06');
    expect(percentage(1, 800, { mode: 'half-up', places: 2 })).toBe('0.13');
  });

  it('knows every reply a follow-up can have', () => {
    expect(new Set(satisfactionFormulas['over-closed'].denominator)).toEqual(new Set([...Rating.options, '']));
  });
});

const n = fc.nat(2_000_000);
const anyCounts = fc.record({ satisfied: n, 'basically-satisfied': n, dissatisfied: n, 'not-rated': n, unreachable: n, refused: n, '': n });
const anyFormula = fc.constantFrom(...(Object.keys(satisfactionFormulas) as SatisfactionFormulaId[]));
const anyRounding = fc.record({
  mode: fc.constantFrom('half-up' as const, 'truncate' as const),
  places: fc.constantFrom(0 as const, 1 as const, 2 as const),
});

describe('any satisfaction rate', () => {
  it('lies between 0 and 100', () =>
    fc.assert(
      fc.property(anyFormula, anyCounts, anyRounding, (formula, ratings, rounding) => {
        const { value, numerator, denominator } = satisfactionRate(formula, ratings, rounding);
        expect(numerator).toBeLessThanOrEqual(denominator);
        expect(Number(value ?? 0)).toBeLessThanOrEqual(100);
      }),
    ));

  it('is within half a unit of its last place when rounded, and never above the truth when truncated', () =>
    fc.assert(
      fc.property(n, fc.integer({ min: 1, max: 2_000_000 }), anyRounding, (over, under, { mode, places }) => {
        const scaled = BigInt(percentage(over, under, { mode, places })?.replace('.', '') ?? '');
        const error = BigInt(over) * 10n ** BigInt(places + 2) - scaled * BigInt(under);
        expect(mode === 'half-up' ? 2n * error >= -BigInt(under) && 2n * error < BigInt(under) : error >= 0n && error < BigInt(under)).toBe(
          true,
        );
      }),
    ));

  it('with the basically satisfied is never below the strict one', () =>
    fc.assert(
      fc.property(
        anyCounts,
        (ratings) => satisfactionRate('with-basic', ratings).numerator >= satisfactionRate('strict', ratings).numerator,
      ),
    ));
});

describe('ratings', () => {
  const rows = [
    { year: 2018, case_type: 'complaint', unit: 'a', rating: 'satisfied', n: 2 },
    { year: 2018, case_type: 'complaint', unit: 'b', rating: 'satisfied', n: 3 },
    { year: 2018, case_type: 'letter', unit: 'a', rating: 'satisfied', n: 5 },
    { year: 2017, case_type: 'complaint', unit: 'a', rating: 'satisfied', n: 7 },
  ];

  it('are those of the cases and the year asked for', () => {
    expect(ratingsOver(2018, rows)({ case_type: 'complaint' })).toEqual({ satisfied: 5 });
    expect(ratingsOver(2018, rows)({ case_type: 'complaint', unit: 'b' })).toEqual({ satisfied: 3 });
  });

  it('that were summed over what is asked for are refused', () => {
    expect(() => ratingsOver(2018, rows)({ channel: 'phone' })).toThrow('fetched without channel');
  });

  it('list the cases on either side of a rate', () => {
    expect(ratedFacts('over-closed', 'numerator', { case_type: 'complaint' }, 2018)).toEqual({
      closed_year: 2018,
      merged_into: null,
      case_type: 'complaint',
      rating: ['satisfied'],
    });
    expect(ratedFacts('over-closed', 'denominator', {}, 2018).rating).toContain(null);
  });
});
