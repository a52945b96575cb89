import { addDays, type CaseType, caseTypes, type Due, type Length } from '@app/cases';
import { type EventStore, MemoryEventStore, MemoryKeyStore } from '@app/event-store';
import { type CaseFacts, caseFacts, countedFacts, foldAlone } from '@app/projections';
import { livedHistoriesOf } from '@app/testing';
import fc from 'fast-check';
import { decodeForProjection, encode } from '../recording/codec';
import { replay } from '../reports/replay';
import { comparedFacts } from './compared-metrics';
import { type Deed, livedUnder } from './lived-for-specs';
import { sideBySide } from './side-by-side';
import type { Supposition, TermSupposed } from './supposition';

const types = Object.values(caseTypes) as CaseType[];

/** Cases of every type, one after the other. */
const lived = fc.tuple(...types.map((caseType) => fc.array(livedHistoriesOf(caseType), { minLength: 1, maxLength: 3 })));

type Lived = typeof lived extends fc.Arbitrary<infer L> ? L : never;

const logOf = async (histories: Lived): Promise<MemoryEventStore> => {
  const [store, keys] = [new MemoryEventStore(), new MemoryKeyStore()];
  for (const [index, cases] of histories.entries())
    for (const [number, steps] of cases.entries()) {
      const stream = `${types[index]!.name}-${number}`;
      for (const { silences, events, context } of steps.filter((step) => step.events.length > 0))
        await store.append(stream, 'any', await encode(keys, stream, [...silences, ...events], { occurredAt: context.at, by: context.by }));
    }
  return store;
};

const factsIn = (columns: readonly (keyof CaseFacts)[], facts: ReadonlyMap<string, CaseFacts>) =>
  [...facts].map(([id, row]) => [id, ...columns.map((column) => row[column])]);

const columns = [...new Set([...countedFacts, ...comparedFacts])];

/** The terms that answers had, each with its length; of a rule with several lengths none. */
const termsIn = async (store: EventStore): Promise<readonly TermSupposed[]> => {
  const met = new Map<string, TermSupposed | undefined>();
  for (const event of await store.readAll(0, 100_000)) {
    const { due } = JSON.parse(event.data) as { readonly due?: Due };
    if (!due?.amount || !due.unit) continue;
    const term = { caseType: event.stream.split('-')[0], rule: due.rule, amount: due.amount, unit: due.unit } as TermSupposed;
    const key = `${term.caseType} ${term.rule}`;
    const isAnother = met.has(key) && JSON.stringify(met.get(key)) !== JSON.stringify(term);
    met.set(key, isAnother ? undefined : term);
  }
  return [...met.values()].flatMap((term) => term ?? []);
};

describe('supposing just the terms in force', () => {
  it('changes nothing, whatever has happened', () =>
    fc.assert(
      fc.asyncProperty(lived, async (histories) => {
        const store = await logOf(histories);
        const supposition: Supposition = {
          terms: [...(await termsIn(store))],
          holidays: [{ on: '2018-06-04', works: true, name: '周一' }],
        };
        const { actual, supposed } = await sideBySide(store, await store.head(), supposition);
        expect(factsIn(columns, supposed.facts)).toEqual(factsIn(columns, actual.facts));
      }),
      { numRuns: 40 },
    ));
});

describe('the facts that metrics are reckoned from', () => {
  it('are right in a replay, which reads only the events that counts follow from', () =>
    fc.assert(
      fc.asyncProperty(lived, async (histories) => {
        const store = await logOf(histories);
        const all = (await store.readAll(0, 100_000)).map(decodeForProjection);
        const rows = new Map<string, CaseFacts>();
        for (const event of all) {
          const row = foldAlone(caseFacts, rows.get(event.id), event);
          if (row) rows.set(event.id, row);
        }
        const { facts } = await replay(store, await store.head());
        for (const [stream, row] of facts)
          expect(factsIn(comparedFacts, new Map([[stream, row]]))).toEqual(factsIn(comparedFacts, new Map([[stream, rows.get(stream)!]])));
      }),
      { numRuns: 15 },
    ));
});

/** Each makes three days holidays; some are recorded when the days are over. */
const notices = ['2018-01-08', '2018-01-15', '2018-01-22'].map((from): Deed['does'] => ({
  notice: { number: from, publishedOn: from, days: [0, 1, 2].map((more) => ({ on: addDays(from, more), works: false, name: '冰冻' })) },
}));

const commands = [
  ['SignInComplaint', {}],
  ['RequestComplaintExtension', { reason: '调查', callerTold: true }],
  ['GrantComplaintExtension', {}],
  ['AnswerComplaint', { text: '已修' }],
  ['SendBackComplaint', { grounds: ['unsolved'], reason: '未解决' }],
  ['CloseComplaint', {}],
] as const;

const deeds = fc.array(
  fc.record<Deed>({
    wait: fc.nat(60),
    late: fc.oneof(fc.constant(0), fc.nat(60)),
    does: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...commands.map(([type, data]) => ({ type, data }))) },
      { weight: 1, arbitrary: fc.constantFrom(...notices) },
    ),
  }),
  { minLength: 3, maxLength: 14 },
);

const lengths = fc.oneof(
  fc.record<Length>({ amount: fc.integer({ min: 1, max: 12 }), unit: fc.constantFrom('working-day', 'day') }),
  fc.record<Length>({ amount: fc.integer({ min: 10, max: 200 }), unit: fc.constant('hour') }),
);

const first: readonly Deed[] = [
  { wait: 0, late: 0, does: { type: 'RegisterComplaint', data: { channel: 'phone', kind: 'complaint', matter: '供水', text: '停水' } } },
  { wait: 1, late: 0, does: { type: 'RouteComplaint', data: { unit: 'water-works' } } },
  { wait: 1, late: 0, does: { type: 'SignInComplaint', data: {} } },
];

const onceEach = (all: readonly Deed[]): readonly Deed[] =>
  all.filter(({ does }, index) => !('notice' in does) || all.findIndex((each) => each.does === does) === index);

describe('what is supposed of a term', () => {
  const hadItHeld = (unit: Length['unit'][]) =>
    fc.asyncProperty(
      lengths,
      lengths.filter((length) => unit.includes(length.unit)),
      deeds,
      async (held, supposed, more) => {
        fc.pre(supposed.unit !== 'hour' || held.unit === 'hour');
        const all = [...first, ...onceEach(more)];
        const [as, had] = [await livedUnder(held, all), await livedUnder(supposed, all)];
        fc.pre(JSON.stringify(as.possible) === JSON.stringify(had.possible));
        const terms = [{ caseType: 'complaint' as const, rule: 'hotline-ordinary', ...supposed }];
        const sides = await sideBySide(as.store, await as.store.head(), { terms });
        const recorded = await replay(had.store, await had.store.head());
        expect(factsIn(columns, sides.supposed.facts)).toEqual(factsIn(columns, recorded.facts));
        expect(factsIn(columns, sides.actual.facts)).toEqual(factsIn(columns, (await replay(as.store, await as.store.head())).facts));
      },
    );

  it('is what would have been recorded had it held', () => fc.assert(hadItHeld(['working-day', 'day']), { numRuns: 200 }));

  it('is so of hours as well', () => fc.assert(hadItHeld(['hour']), { numRuns: 100 }));
});
