import { type Actor, caseTypeNames, defaultEditions, unitsOf } from '@app/cases';
import { MemoryEventStore } from '@app/event-store';
import { type CaseFacts, caseFactsTable, noChanges } from '@app/projections';
import { openReadStore, type ReadStore } from '@app/read-store';
import {
  answerOf,
  type Ask,
  canGroupBy,
  countedInMemory,
  findBulletin,
  findMetric,
  findVariant,
  metrics,
  periodNamed,
  questionOf,
} from '@app/reports';
import * as fc from 'fast-check';
import { Circumstances } from '../circumstances';
import { Projector } from '../following/projector';
import { WholeFacts } from '../reports/whole-facts';
import { StatisticsQueries } from './statistics-queries';

const rounding = { mode: 'half-up', places: 2 } as const;
const units = unitsOf([{ code: 'roads' }, { code: 'water' }, { code: 'water-station', under: 'water' }]);
const clerkOf = (unit: string): Actor => ({ id: 'li-na', unit, roles: ['office'] });

const day = fc.constantFrom(null, '2018-02-28', '2018-03-01', '2018-03-31', '2018-04-01');
const anyUnit = fc.constantFrom(null, 'roads', 'water');
const rating = fc.constantFrom(null, 'satisfied', 'basically-satisfied', 'dissatisfied', 'unreachable');

const anyFacts = fc.record({
  case_type: fc.constantFrom(...caseTypeNames),
  channel: fc.constantFrom('phone', 'wechat'),
  unit: anyUnit,
  returned_by: anyUnit,
  returns: fc.nat(1),
  reworks: fc.nat(1),
  merged_into: fc.constantFrom(null, null, 'x'),
  received_on: fc.constantFrom('2018-02-28', '2018-03-01', '2018-03-31'),
  filed_on: day,
  first_routed_on: day,
  signed_in_on: day,
  sign_timing: fc.constantFrom(null, 'on-time', 'late'),
  due_on: day,
  overdue: fc.nat(1),
  answered_on: day,
  timing: fc.constantFrom(null, 'on-time', 'extended', 'late'),
  outcome: fc.constantFrom(null, 'A', 'granted', 'corrected'),
  closed_on: day,
  disposal: fc.constantFrom(null, 'withdrawn'),
  reply_wanted: fc.nat(1),
  rating,
  first_rating: rating,
  attitude: rating,
  resolution: fc.constantFrom(null, 'solved', 'unsolved'),
  promise: fc.constantFrom(null, 'open', 'fulfilled'),
});

const empty = Object.fromEntries(
  Object.entries(caseFactsTable.columns).map(([column, kind]) => [
    column,
    caseFactsTable.nullable.includes(column as keyof CaseFacts) ? null : kind === 'integer' ? 0 : '',
  ]),
);

const numbered = (facts: Partial<CaseFacts>, index: number): CaseFacts =>
  ({ ...empty, ...facts, case_id: String(index), case_number: `RX-2018-${String(9000 - index).padStart(6, '0')}` }) as CaseFacts;

const facts = [
  ...fc.sample(anyFacts, { numRuns: 200, seed: 2018 }),
  ...[1, 2, 3].map(() => ({ case_type: 'complaint', received_on: '2018-03-05', channel: 'phone', accused: '|water|' })),
].map(numbered);

const asked = (name: string, more: Partial<Ask> = {}): Ask => {
  const [id = '', variant = ''] = name.split(' by ');
  const metric = findMetric(id)!;
  return { metric, variant: findVariant(metric, variant)!, period: periodNamed('2018-03')!, filters: {}, ...more };
};

let rows: ReadStore;
let statistics: StatisticsQueries;

beforeAll(async () => {
  const store = new MemoryEventStore();
  rows = await openReadStore({ memory: true });
  await rows.apply({ ...noChanges, puts: new Map([[caseFactsTable, facts]]) }, { name: 'rows', from: 0, to: 1 });
  statistics = new StatisticsQueries(
    rows,
    store,
    new Projector(store, rows),
    new Circumstances(units, defaultEditions),
    new WholeFacts(store),
  );
});
afterAll(() => rows.close());

const everyAsk = metrics.flatMap((metric) => metric.variants.map((variant) => asked(`${metric.id} by ${variant.id}`)));

const groupings = [undefined, 'unit', 'caseType', 'channel', 'month'] as const;

describe.each(everyAsk.map((ask) => [`${ask.metric.id} by ${ask.variant.id}`, ask] as const))('%s', (_, ask) => {
  it('is counted by the rows as one would by hand, however grouped', async () => {
    for (const by of groupings.filter((each) => each === undefined || canGroupBy(ask.variant, each))) {
      const grouped = { ...ask, by };
      const { items = [], ...answer } = await statistics.answer(grouped, rounding);
      const { items: expected = [], ...whole } = answerOf(grouped, countedInMemory(questionOf(grouped), facts), rounding);
      expect(answer).toMatchObject(whole);
      expect(items).toHaveLength(expected.length);
      expect(items).toEqual(expect.arrayContaining([...expected]));
    }
  });

  it('has as many cases behind either side as it says', async () => {
    const { numerator, denominator = 0 } = await statistics.answer(ask, rounding);
    const behind = (side: 'numerator' | 'denominator') => statistics.cases(ask, side, clerkOf('roads'), { offset: 0, limit: 1_000 });
    const [above, below] = [await behind('numerator'), await behind('denominator')];
    expect([above.total, below.total]).toEqual([numerator, denominator]);
    expect([above.cases.length, below.cases.length]).toEqual([numerator, denominator]);
    expect(new Set(below.cases.map(({ case_id }) => case_id)).size).toBe(denominator);
  });
});

describe('the cases behind a figure', () => {
  const ask = asked('closure-rate by received');

  it('come page by page in the order of their numbers', async () => {
    const all = await statistics.cases(ask, 'denominator', clerkOf('roads'), { offset: 0, limit: 1_000 });
    const pages = await Promise.all(
      [0, 20, 40].map((offset) => statistics.cases(ask, 'denominator', clerkOf('roads'), { offset, limit: 20 })),
    );
    const numbers = pages.flatMap(({ cases }) => cases.map(({ case_number }) => case_number));
    expect(numbers).toEqual(all.cases.slice(0, 60).map(({ case_number }) => case_number));
    expect(numbers).toEqual(numbers.toSorted());
    expect(pages.map(({ total }) => total)).toEqual([all.total, all.total, all.total]);
  });

  it('are counted and not listed where they are reports of wrongdoing about the reader’s unit or one above it', async () => {
    const { denominator } = await statistics.answer(ask, rounding);
    const listed = async (unit: string) => {
      const { total, withheld, cases } = await statistics.cases(ask, 'denominator', clerkOf(unit), { offset: 0, limit: 1_000 });
      expect([total, cases.length]).toEqual([denominator, denominator! - withheld]);
      return withheld;
    };
    expect([await listed('roads'), await listed('water'), await listed('water-station')]).toEqual([0, 3, 3]);
  });
});

describe('an answer', () => {
  it('states where in the log it was taken, whether the period was over, and under which local rules', async () => {
    expect(await statistics.answer(asked('received by orders'), rounding)).toMatchObject({ position: 1, edition: 'default' });
    const ahead = { ...asked('received by orders'), period: periodNamed('2018')! };
    expect((await statistics.answer(ahead, rounding)).provisional).toBe(true);
  });
});

describe('a bulletin', () => {
  it('has on every line the figure that is asked for there', async () => {
    const filled = await statistics.bulletin(findBulletin('hotline-bulletin')!, periodNamed('2018-03')!, rounding);
    const onTime = asked('on-time-rate by routed', { filters: { caseType: 'complaint' } });
    const { numerator, denominator, text } = await statistics.answer(onTime, rounding);
    expect(filled.lines.find(({ code }) => code === 'on-time-rate')).toMatchObject({ numerator, denominator, text });
    expect(filled).toMatchObject({ position: 1, edition: 'default', period: { name: '2018-03' } });
  });
});
