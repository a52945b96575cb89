import { type CaseType, caseTypes } from '@app/cases';
import { MemoryEventStore, MemoryKeyStore, type NewEvent, newEventId } from '@app/event-store';
import { openReadStore } from '@app/read-store';
import { answerOf, type Ask, canGroupBy, casesBehind, casesOf, metrics, periodNamed, publishedForms, questionOf } from '@app/reports';
import { livedHistoriesOf, temporaryFolders } from '@app/testing';
import fc from 'fast-check';
import { rebuild } from '../following/rebuild';
import { fromFacts, fromRows as statisticsFromRows, type StatisticsSource } from '../queries/statistics-source';
import { streamOf } from '../recording/case-ids';
import { encode } from '../recording/codec';
import { fillReport } from './fill-report';
import { KnownNow } from './known-now';
import { KnownThen } from './known-then';
import type { Knowledge } from './knowledge';
import { replay } from './replay';

const newFolder = temporaryFolders();

interface Append {
  readonly stream: string;
  readonly events: readonly NewEvent[];
}

/** Cases of every type, and figures declared meanwhile, in the order of recording: each case in its own order, the cases mixed. */
const logs = fc
  .tuple(
    ...(Object.values(caseTypes) as CaseType[]).map((caseType) =>
      fc.array(livedHistoriesOf(caseType), { minLength: 2, maxLength: 4 }).map((all) => all.map((steps) => ({ caseType, steps }))),
    ),
    fc.infiniteStream(fc.nat()),
  )
  .map((parts) => {
    const order = parts.at(-1) as unknown as Stream;
    const cases = (parts.slice(0, -1) as { caseType: CaseType; steps: readonly any[] }[][]).flat();
    return { cases, order };
  });

type Stream = IterableIterator<number>;

const appendsOf = async ({ cases, order }: { cases: { caseType: CaseType; steps: readonly any[] }[]; order: Stream }) => {
  const keys = new MemoryKeyStore();
  const waiting = await Promise.all(
    cases.map(async ({ caseType, steps }, number) => {
      const stream = streamOf(caseType.name, `case-${number}`);
      const recorded = steps.filter(({ events }) => events.length > 0);
      return Promise.all(
        recorded.map(
          async ({ context, silences, events }): Promise<Append> => ({
            stream,
            events: await encode(keys, stream, [...silences, ...events], { occurredAt: context.at, by: context.by }),
          }),
        ),
      );
    }),
  );
  const mixed: Append[] = [];
  while (waiting.some((each) => each.length > 0)) {
    const left = waiting.filter((each) => each.length > 0);
    mixed.push(left[order.next().value % left.length]!.shift()!);
  }
  return mixed;
};

const declaration = (value: string): Append => ({
  stream: 'figures-2018',
  events: [
    {
      id: newEventId(),
      type: 'FigureDeclared',
      data: JSON.stringify({ year: 2018, code: 'funding', value, source: '财政局' }),
      metadata: JSON.stringify({ occurredAt: '2019-01-05T09:00:00+08:00', by: { id: 'zhou', unit: 'gov-office' } }),
    },
  ],
});

/** A log with these appends: one more minute at each. */
const storeOf = async (appends: readonly Append[]): Promise<MemoryEventStore> => {
  let now = Date.parse('2019-02-01T00:00:00Z');
  const store = new MemoryEventStore(() => new Date((now += 60_000)));
  for (const { stream, events } of appends) await store.append(stream, 'any', events);
  return store;
};

const fromRows = async <T>(store: MemoryEventStore, work: (known: Knowledge, source: StatisticsSource) => Promise<T>): Promise<T> => {
  const rows = await openReadStore({ folder: newFolder() });
  const position = await rebuild(store, rows);
  const result = await work(await KnownNow.at(rows, store, position), statisticsFromRows(rows, position));
  await rows.close();
  return result;
};

/** Every metric by every variant, in all, by unit, by channel, and by month where that can be told. */
const asks: readonly Ask[] = metrics.flatMap((metric) =>
  metric.variants.flatMap((variant) =>
    ([undefined, 'unit', 'channel', 'month'] as const)
      .filter((by) => by === undefined || canGroupBy(variant, by))
      .map((by): Ask => ({ metric, variant, period: periodNamed('2018')!, filters: {}, by })),
  ),
);

const allStatistics = async (source: StatisticsSource): Promise<readonly string[]> =>
  Promise.all(
    asks.map(async (ask) => {
      const answer = answerOf(ask, await source.counted(questionOf(ask)), { mode: 'half-up', places: 2 });
      const { total, shown, first } = await source.listed(casesOf(ask, 'numerator'), ['transport'], 3);
      return JSON.stringify([answer, total, shown, first]);
    }),
  );

const years = [2016, 2017, 2018, 2019, 2020, 2024];

/** Every report of every year as it is given out, and what is behind each cell. */
const everything = async (known: Knowledge) => {
  const told: Record<string, string> = {};
  for (const form of publishedForms)
    for (const year of years) {
      told[`${form.id} ${year}`] = JSON.stringify(await fillReport(known, publishedForms, { form, year }));
      const figures = form.rows.map(({ code }) => casesBehind(form, code, year));
      told[`${form.id} ${year} all`] = JSON.stringify(await known.counts(figures));
      expect(await known.counts(figures)).toEqual(await Promise.all(figures.map((lists) => known.count(lists))));
      for (const { code, figure } of form.rows.filter((row) => row.figure.kind !== 'declared' && row.figure.kind !== 'header')) {
        const lists = casesBehind(form, code, year);
        const page = await known.cases(lists, { offset: 0, limit: 5, hiddenFrom: ['transport'] });
        told[`${form.id} ${year} ${code} ${figure.kind}`] = JSON.stringify([await known.count(lists), page]);
      }
    }
  return told;
};

describe('what was known at a position', () => {
  it('is the same from the rows of then and from the log of now', async () => {
    await fc.assert(
      fc.asyncProperty(logs, fc.nat({ max: 99 }), async (log, share) => {
        const cases = await appendsOf(log);
        const half = Math.ceil(cases.length / 2);
        const appends = [...cases.slice(0, half), declaration('200'), ...cases.slice(half), declaration('205')];
        const then = appends.slice(0, Math.max(1, Math.round((appends.length * share) / 100)));
        const [whole, part] = [await storeOf(appends), await storeOf(then)];
        const upTo = await part.head();
        const replayed = await everything(await KnownThen.from(whole, await replay(whole, upTo)));
        expect(replayed).toEqual(await fromRows(part, everything));
        const { facts } = await replay(whole, upTo, { whole: true });
        expect(await allStatistics(fromFacts([...facts.values()], upTo))).toEqual(
          await fromRows(part, (_, source) => allStatistics(source)),
        );
      }),
      { numRuns: 6 },
    );
  });
});
