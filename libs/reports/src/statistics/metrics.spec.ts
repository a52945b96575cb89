import { caseTypeNames, defaultRules, LocalRules } from '@app/cases';
import { type CaseFacts, caseFactsTable } from '@app/projections';
import * as fc from 'fast-check';
import { type Ask, dimensions } from './ask';
import { type AnyOf, meets } from './condition';
import { findVariant, usualVariant } from './metric';
import { findMetric, metrics, notCounted } from './metrics';
import { periodNamed } from './period';
import { periodRules } from './period-rules';
import { canGroupBy, casesOf, questionOf } from './question';

const period = periodNamed('2018-03')!;
const everyVariant = metrics.flatMap((metric) => metric.variants.map((variant) => ({ metric, variant, period, filters: {} })));
const named = everyVariant.map((ask) => [`${ask.metric.id} by ${ask.variant.id}`, ask] as const);

const date = fc.constantFrom(null, '2018-02-28', '2018-03-01', '2018-03-15', '2018-03-31', '2018-04-01');
const rating = fc.constantFrom(null, 'satisfied', 'basically-satisfied', 'dissatisfied', 'not-rated', 'unreachable', 'refused');
const timing = fc.constantFrom(null, 'on-time', 'extended', 'late');
const flag = fc.constantFrom(0, 1);

const anyFacts: fc.Arbitrary<Partial<CaseFacts>> = fc.record({
  case_type: fc.constantFrom(...caseTypeNames),
  unit: fc.constantFrom(null, 'a', 'b'),
  returned_by: fc.constantFrom(null, 'a', 'b'),
  returns: fc.nat(2),
  reworks: fc.nat(2),
  merged_into: fc.constantFrom(null, null, null, 'x'),
  received_on: fc.constantFrom('2018-02-28', '2018-03-01', '2018-03-31', '2018-04-01'),
  filed_on: date,
  first_routed_on: date,
  signed_in_on: date,
  sign_timing: timing,
  contacted_on: date,
  contact_timing: timing,
  due_on: date,
  overdue: flag,
  answered_on: date,
  first_answered_on: date,
  timing,
  outcome: fc.constantFrom(null, 'A', 'B', 'granted', 'partly-granted', 'corrected', 'upheld'),
  closed_on: date,
  disposal: fc.constantFrom(null, 'withdrawn'),
  reply_wanted: flag,
  rating,
  first_rating: rating,
  attitude: rating,
  resolution: fc.constantFrom(null, 'solved', 'partly-solved', 'unsolved'),
  met_on: date,
  promise: fc.constantFrom(null, 'open', 'fulfilled'),
});

const sample = fc.sample(anyFacts, 400);

const listsFor = (facts: Partial<CaseFacts>, lists: AnyOf): number => lists.filter((where) => meets(facts, where)).length;

describe('the metrics', () => {
  it('have names of their own, and variants too', () => {
    const ids = [...metrics, ...notCounted].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { variants } of metrics) expect(new Set(variants.map(({ id }) => id)).size).toBe(variants.length);
  });

  it('are found by their name', () => {
    expect(findMetric('rework-rate')?.title.zh).toBe('发回重办率');
    expect(findMetric('constructor')).toBeUndefined();
  });

  it('have every variant that local rules may choose', () => {
    const { satisfaction, closureOver, onTimeOver, received } = LocalRules.shape.statistics.shape;
    const choices = {
      satisfaction,
      'proposal-satisfaction': satisfaction,
      'closure-rate': closureOver,
      'on-time-rate': onTimeOver,
      received,
    };
    for (const [id, { options }] of Object.entries(choices))
      for (const option of options) expect([id, findVariant(findMetric(id)!, option)?.id]).toEqual([id, option]);
  });

  it('are reckoned as local rules choose, and else by their first variant', () => {
    const local = { ...defaultRules.statistics, satisfaction: 'sampled', closureOver: 'routed' } as const;
    const chosen = ['satisfaction', 'closure-rate', 'rework-rate'].map((id) => usualVariant(findMetric(id)!, local).id);
    expect(chosen).toEqual(['sampled', 'routed', 'routed']);
  });

  it('ask only for dimensions and dates that the facts have', () => {
    const dates = Object.values(periodRules).flatMap((rule) => ('date' in rule ? [rule.date] : []));
    for (const column of [...Object.values(dimensions), ...dates]) expect(caseFactsTable.columns).toHaveProperty(column);
  });
});

describe.each(named)('%s', (_, ask: Ask) => {
  it('is a rate over something, or a count', () => {
    expect(ask.variant.denominator !== undefined).toBe(ask.metric.kind === 'rate');
  });

  it('asks for columns that the facts have', () => {
    const { where, counts } = questionOf(ask);
    const columns = [where, ...Object.values(counts).flat()].flatMap((each) => Object.keys(each));
    for (const column of columns) expect(caseFactsTable.columns).toHaveProperty(column);
  });

  it('counts no case twice, and above the line none that is not below it', () => {
    const [numerator, denominator] = [casesOf(ask, 'numerator'), casesOf(ask, 'denominator')];
    const isWrong = (facts: Partial<CaseFacts>): boolean => {
      const [above, below] = [listsFor(facts, numerator), listsFor(facts, denominator)];
      return Math.max(above, below) > 1 || (ask.metric.kind === 'rate' && above > below);
    };
    expect(sample.filter(isWrong)).toEqual([]);
  });

  it.each(['numerator', 'denominator'] as const)('lists just the cases that it counts in its %s', (side) => {
    const [{ where, counts }, lists] = [questionOf(ask), casesOf(ask, side)];
    const counted = sample.filter((facts) => meets(facts, where) && listsFor(facts, counts[side]) > 0);
    expect(sample.filter((facts) => listsFor(facts, lists) > 0)).toEqual(counted);
  });

  it('can be asked for one unit, one type and what is not known', () => {
    const filters = { unit: 'a', caseType: 'complaint', matter: null };
    const [narrow, wide] = [casesOf({ ...ask, filters }, 'numerator'), casesOf(ask, 'numerator')];
    const isAsked = (facts: Partial<CaseFacts>): boolean =>
      facts.case_type === 'complaint' && (ask.variant.unitsAreThoseThatReturned ? facts.returned_by : facts.unit) === 'a';
    const expected = sample.filter((facts) => isAsked(facts) && listsFor(facts, wide) > 0);
    expect(sample.filter((facts) => listsFor(facts, narrow) > 0)).toEqual(expected);
  });

  it('can be divided into months where one date says where a case belongs', () => {
    const { date: day } = periodRules[ask.variant.period] as { readonly date?: string };
    expect(canGroupBy(ask.variant, 'month')).toBe(day !== undefined);
    if (day !== undefined) expect(questionOf({ ...ask, by: 'month' }).groupBy).toEqual([{ month: day }]);
    else expect(() => questionOf({ ...ask, by: 'month' })).toThrow('more than one month');
  });
});
