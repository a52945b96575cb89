import type { EventStore } from '@app/event-store';
import { type CaseFacts, type DeclaredFigure, satisfaction, yearTotals } from '@app/projections';
import { type AnyOf, type Coverage, type CubeRow, type FactsWhere, meets, type RatingRow } from '@app/reports';
import { isAbout } from './accusing';
import { countedBy } from './counting';
import { publishedSeal, type SealedReport } from '../signing/report-file';
import { reportFileAt } from '../signing/report-stream';
import type { CubeQuery, Knowledge, ListQuery } from './knowledge';
import { calendarAt, recordedAt } from './known-now';
import { factsOfCase, type Replayed } from './replay';

const ratingColumns = ['year', 'month', 'case_type', 'channel', 'unit', 'rating'] as const;
const cubeColumns = ['basis', 'year', 'month', 'case_type', 'channel', 'kind', 'route', 'unit', 'outcome', 'timing'] as const;

function* entriesOf<E>(facts: Iterable<CaseFacts>, of: (facts: CaseFacts) => readonly E[]): Generator<E> {
  for (const row of facts) yield* of(row);
}

const byNumber = (one: CaseFacts, other: CaseFacts): number =>
  one.case_number < other.case_number || (one.case_number === other.case_number && one.case_id < other.case_id) ? -1 : 1;

/** What the log said up to a position, from facts folded in memory. */
export class KnownThen implements Knowledge {
  private readonly totals: readonly CubeRow[];
  private readonly rated: readonly RatingRow[];

  private constructor(
    private readonly store: EventStore,
    private readonly replayed: Replayed,
    readonly asOf: string,
    readonly calendar: string,
  ) {
    const facts = replayed.facts;
    this.totals = countedBy(
      entriesOf(facts.values(), (row) => yearTotals.of(row)),
      cubeColumns,
    ) as unknown as readonly CubeRow[];
    this.rated = countedBy(
      entriesOf(facts.values(), (row) => satisfaction.of(row)),
      ratingColumns,
    ) as unknown as readonly RatingRow[];
  }

  static async from(store: EventStore, replayed: Replayed): Promise<KnownThen> {
    const { position } = replayed;
    const [asOf, calendar] = await Promise.all([recordedAt(store, position), calendarAt(store, position)]);
    return new KnownThen(store, replayed, asOf, calendar);
  }

  get position(): number {
    return this.replayed.position;
  }

  async cube({ year, andBefore, dimensions, caseTypes, unit }: CubeQuery): Promise<readonly CubeRow[]> {
    const rows = this.totals.filter(
      (row) =>
        (andBefore ? row.year <= year : row.year === year) &&
        (!caseTypes || caseTypes.includes(String(row.case_type))) &&
        (unit === undefined || row.unit === unit),
    );
    return countedBy(rows, ['basis', 'year', ...dimensions]) as unknown as readonly CubeRow[];
  }

  async ratings(year: number, unit?: string): Promise<readonly RatingRow[]> {
    return this.rated.filter((row) => row.year === year && (unit === undefined || row.unit === unit));
  }

  async declared(year: number): Promise<readonly DeclaredFigure[]> {
    return [...this.replayed.declared.values()].filter((figure) => figure.year === year);
  }

  async coverage(): Promise<Coverage> {
    const years = this.totals.filter(({ basis }) => basis === 'received').map(({ year }) => year);
    return years.length === 0 ? {} : { firstYear: Math.min(...years), lastYear: Math.max(...years) };
  }

  async sealed(form: string, year: number): Promise<SealedReport | undefined> {
    return publishedSeal(await reportFileAt(this.store, form, year, this.position));
  }

  async count(lists: AnyOf): Promise<number> {
    return lists.reduce((sum, where) => sum + this.meeting(where).length, 0);
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

  private meeting(where: FactsWhere): CaseFacts[] {
    const found: CaseFacts[] = [];
    for (const facts of this.replayed.facts.values()) if (meets(facts, where)) found.push(facts);
    return found;
  }
}
