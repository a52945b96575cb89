import { type CaseFacts, type DeclaredFigure, type ProjectedEvent, projections, type Row, type RowProjection } from '@app/projections';
import { buildReport, type CubeRow, type Form, ratingsOver, type RatingRow, type Report, totalsOver } from '@app/reports';

const caseFacts = projections.find(({ table }) => table.name === 'case_facts') as RowProjection<CaseFacts>;

/** The facts of every case, folded from the log. */
export const factsOf = (log: readonly ProjectedEvent[]): CaseFacts[] => {
  const rows = new Map<string, CaseFacts>();
  for (const event of log) {
    const before = rows.get(event.id);
    rows.set(event.id, { ...before, ...caseFacts.fold(before, event) } as CaseFacts);
  }
  return [...rows.values()];
};

/** Every entry of a counter, each for one case. */
export const entriesOf = (facts: readonly CaseFacts[], table: 'year_totals' | 'satisfaction'): Row[] => {
  const tally = caseFacts.derived?.find((each) => each.table.name === table);
  if (tally?.kind !== 'tally') throw new Error(`${table} is no counter`);
  return facts.flatMap((row) => tally.of(row)).map((entry): Row => ({ ...entry, n: 1 }));
};

/** As a server knows it: from the first year in which a case was received to the last. */
const coverageOf = (facts: readonly CaseFacts[]) => {
  const years = facts.map(({ received_year: year }) => year);
  return years.length > 0 ? { firstYear: Math.min(...years), lastYear: Math.max(...years) } : {};
};

export const reportOf = (
  form: Form,
  year: number,
  log: readonly ProjectedEvent[],
  declared: ReadonlyMap<string, Pick<DeclaredFigure, 'value'>>,
): Report => {
  const facts = factsOf(log);
  return buildReport(form, year, {
    totals: totalsOver(year, entriesOf(facts, 'year_totals') as unknown as CubeRow[]),
    ratings: ratingsOver(year, entriesOf(facts, 'satisfaction') as unknown as RatingRow[]),
    declared,
    coverage: coverageOf(facts),
    position: log.length,
    asOf: log.at(-1)?.recordedAt ?? new Date(0).toISOString(),
  });
};
