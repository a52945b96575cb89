import { setImmediate } from 'node:timers/promises';
import type { EventStore } from '@app/event-store';
import { type CaseFacts, type DeclaredFigure, satisfaction, yearTotals } from '@app/projections';
import { type AnyOf, type Coverage, type CubeRow, type FactsWhere, meets, type RatingRow } from '@app/reports';
import { isAbout } from './accusing';
import { type CountedFacts, countingFacts } from './counted-facts';
import { countedBy, countingBy } from './counting';
import { publishedSeal, type SealedReport } from '../signing/report-file';
import { reportFileAt } from '../signing/report-stream';
import type { CubeQuery, Knowledge, ListQuery } from './knowledge';
import { calendarAt, recordedAt } from './known-now';
import { factsOfCase, type Replayed } from './replay';

const ratingColumns = ['year', 'month', 'case_type', 'channel', 'unit', 'rating'] as const;
const cubeColumns = ['basis', 'year', 'month', 'case_type', 'channel', 'kind', 'route', 'unit', 'outcome', 'timing'] as const;

const byNumber = (one: CountedFacts, other: CountedFacts): number =>
  one.case_number < other.case_number || (one.case_number === other.case_number && one.case_id < other.case_id) ? -1 : 1;

/** What is kept of a position: what every case counts as, and the sums of it. */
interface Kept {
  readonly facts: readonly CountedFacts[];
  readonly totals: readonly CubeRow[];
  readonly rated: readonly RatingRow[];
}

const casesAtOnce = 2_000;

/** Counts what was folded; others have their turn meanwhile. */
const keptOf = async ({ facts }: Replayed): Promise<Kept> => {
  const [counted, totals, rated] = [countingFacts(), countingBy(cubeColumns), countingBy(ratingColumns)];
  let index = 0;
  for (const row of facts.values()) {
    counted.add(row);
    for (const entry of yearTotals.of(row)) totals.add(entry);
    for (const entry of satisfaction.of(row)) rated.add(entry);
    if (++index % casesAtOnce === 0) await setImmediate();
  }
  return {
    facts: counted.all,
    totals: totals.rows() as unknown as readonly CubeRow[],
    rated: rated.rows() as unknown as readonly RatingRow[],
  };
};

/** What the log said up to a position, from facts folded in memory. */
export class KnownThen implements Knowledge {
  private constructor(
    private readonly store: EventStore,
    readonly position: number,
    private readonly kept: Kept,
    private readonly figures: readonly DeclaredFigure[],
    readonly asOf: string,
    readonly calendar: string,
  ) {}

  static async from(store: EventStore, replayed: Replayed): Promise<KnownThen> {
    const { position, declared } = replayed;
    const [kept, asOf, calendar] = await Promise.all([keptOf(replayed), recordedAt(store, position), calendarAt(store, position)]);
    return new KnownThen(store, position, kept, [...declared.values()], asOf, calendar);
  }

  /** How many cases are kept in memory. */
  get size(): number {
    return this.kept.facts.length;
  }

  async cube({ year, andBefore, dimensions, caseTypes, unit }: CubeQuery): Promise<readonly CubeRow[]> {
    const rows = this.kept.totals.filter(
      (row) =>
        (andBefore ? row.year <= year : row.year === year) &&
        (!caseTypes || caseTypes.includes(String(row.case_type))) &&
        (unit === undefined || row.unit === unit),
    );
    return countedBy(rows, ['basis', 'year', ...dimensions]) as unknown as readonly CubeRow[];
  }

  async ratings(year: number, unit?: string): Promise<readonly RatingRow[]> {
    return this.kept.rated.filter((row) => row.year === year && (unit === undefined || row.unit === unit));
  }

  async declared(year: number): Promise<readonly DeclaredFigure[]> {
    return this.figures.filter((figure) => figure.year === year);
  }

  async coverage(): Promise<Coverage> {
    const years = this.kept.totals.filter(({ basis }) => basis === 'received').map(({ year }) => year);
    return years.length === 0 ? {} : { firstYear: Math.min(...years), lastYear: Math.max(...years) };
  }

  async sealed(form: string, year: number): Promise<SealedReport | undefined> {
    return publishedSeal(await reportFileAt(this.store, form, year, this.position));
  }

  async count(lists: AnyOf): Promise<number> {
    return lists.reduce((sum, where) => sum + this.meeting(where).length, 0);
  }

  counts(figures: readonly AnyOf[]): Promise<readonly number[]> {
    return Promise.all(figures.map((lists) => this.count(lists)));
  }

  async withheld(lists: AnyOf, hiddenFrom: readonly string[]): Promise<number> {
    return lists.reduce((sum, where) => sum + this.meeting(where).filter((facts) => isAbout(facts, hiddenFrom)).length, 0);
  }

  /** The cases listed are folded from their own streams, so that all of their facts are those of then. */
  async cases(lists: AnyOf, { offset, limit, hiddenFrom }: ListQuery): Promise<readonly CaseFacts[]> {
    const listed = lists.flatMap((where) => this.meeting(where).toSorted(byNumber));
    const page = listed.filter((facts) => !isAbout(facts, hiddenFrom)).slice(offset, offset + limit);
    const whole = await Promise.all(page.map((facts) => factsOfCase(this.store, facts, this.position)));
    return whole.filter((facts) => facts !== undefined);
  }

  private meeting(where: FactsWhere): readonly CountedFacts[] {
    return this.kept.facts.filter((facts) => meets(facts, where));
  }
}
