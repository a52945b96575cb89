import { Projector, rebuild, Replays, ReportForms, ReportQueries } from '@app/case-handling';
import { caseFactsTable } from '@app/projections';
import { openReadStore, type ReadStore } from '@app/read-store';
import { forms, rowOf } from '@app/reports';
import { inFolder } from '../support/folders';
import { type Figure, median } from '../support/measure';
import { SampleYears } from '../support/sample-year';

const sizes = [10_000, 100_000, 1_000_000];
const year = 2018;
const firstPage = { offset: 0, limit: 50, hiddenFrom: ['finance'] };

const millisecondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
};

/** The medians of several things that are done in turn, so that a busy neighbour hurts all of them. */
const inTurn = async (rounds: number, works: readonly (() => Promise<unknown>)[]): Promise<readonly number[]> => {
  const times = works.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1)
    for (const [index, work] of works.entries()) {
      const taken = await millisecondsOf(work);
      // The first time statements are prepared and pages fetched.
      if (round > 0) times[index]!.push(taken);
    }
  return times.map(median);
};

/** The floor: the cases of one year, counted where they stand. */
const counted = (rows: ReadStore) => () => rows.count(caseFactsTable, { case_type: 'complaint', closed_year: year, merged_into: null });

const measured = (rounds: number, cases: number): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const store = new SampleYears(cases);
    const rows = await openReadStore({ folder });
    await rebuild(store, rows, (done, head) => process.stderr.write(`\r  ${cases} cases: ${Math.floor((done / head) * 100)}%`));
    process.stderr.write('\n');
    const reports = new ReportQueries(rows, store, new Projector(store, rows), new ReportForms(), new Replays(store));
    const report = (form: keyof typeof forms) => () => reports.report({ form: forms[form], year });
    const page = (form: keyof typeof forms, code: string) => () =>
      reports.casesBehindRow({ form: forms[form], year }, rowOf(forms[form], code), firstPage);
    const [floor, gk2014, gk2021, response, hotline, granted] = await inTurn(rounds, [
      counted(rows),
      report('gk-2014'),
      report('gk-2021'),
      report('annual-response'),
      page('annual-response', 'hotline'),
      page('gk-2021', 'granted:total'),
    ]);
    await rows.close();
    const figure = (name: string, ours: number | undefined, atMost: number): Figure => ({
      name: `${name}, ${cases.toLocaleString('en')} cases`,
      unit: 'ms',
      ours: ours!,
      floor: floor!,
      atMost,
    });
    return [
      figure('report gk-2014 from rows', gk2014, 300),
      figure('report gk-2021 from rows', gk2021, 300),
      figure('report annual-response from rows', response, 300),
      figure('first page behind the largest cell', hotline, 50),
      figure('first page behind a cell of several lists', granted, 50),
    ];
  });

/** Reports and drill-downs from rows of three years, by how many cases there are. */
export const reporting = async (rounds: number): Promise<Figure[]> => {
  const figures: Figure[] = [];
  for (const cases of sizes) figures.push(...(await measured(rounds, cases)));
  return figures;
};
