import { calendarVersion } from '@app/cases';
import { EventStore } from '@app/event-store';
import {
  type Basis,
  type CaseFacts,
  caseFactsTable,
  type DeclaredFigure,
  declaredFiguresTable,
  satisfactionTable,
  type YearTotal,
  yearTotalsTable,
} from '@app/projections';
import { ReadStore, type Where } from '@app/read-store';
import {
  buildReport,
  casesBehind,
  type Coverage,
  type FactsCondition,
  type Form,
  ratingsOver,
  type RatingCounts,
  type Report,
  type Row as FormRow,
  totalsOver,
} from '@app/reports';
import { Injectable } from '@nestjs/common';
import { Projector } from '../following/projector';

type Grouping = 'unit' | 'channel' | 'case_type' | 'month';

interface Page {
  readonly offset: number;
  readonly limit: number;
}

export interface CasesBehind {
  readonly total: number;
  /** How many of them this person is not shown. */
  readonly withheld: number;
  readonly cases: readonly CaseFacts[];
}

/** Figures, and the cases behind them. */
@Injectable()
export class ReportQueries {
  constructor(
    private readonly rows: ReadStore,
    private readonly store: EventStore,
    private readonly projector: Projector,
  ) {}

  report(form: Form, year: number): Promise<Report> {
    return this.projector.still((position) => this.reportAt(form, year, position));
  }

  private async reportAt(form: Form, year: number, position: number): Promise<Report> {
    const [totals, ratings, declared, coverage, last] = await Promise.all([
      this.rows.sums(yearTotalsTable, { year }, ['basis', 'year', 'case_type', 'channel', 'kind', 'outcome', 'timing', 'unit']),
      this.rows.sums(satisfactionTable, { year }, ['year', 'case_type', 'channel', 'unit', 'rating']),
      this.declared(year),
      this.coverage(),
      this.store.readAll(position - 1, 1),
    ]);
    return buildReport(form, year, {
      totals: totalsOver(year, totals),
      ratings: ratingsOver(year, ratings),
      declared: new Map(declared.map((figure) => [figure.code, figure])),
      coverage,
      position,
      asOf: last[0]?.recordedAt ?? new Date(0).toISOString(),
      calendar: calendarVersion,
    });
  }

  /**
   * A page of the cases behind a cell, and how many there are in all: always the cell's figure. Reports of wrongdoing about one of the
   * units `hiddenFrom` are counted and never listed.
   */
  async casesBehindRow(form: Form, row: FormRow, year: number, page: Page, hiddenFrom: readonly string[]): Promise<CasesBehind> {
    let [total, shown] = [0, 0];
    let { offset, limit } = page;
    const cases: CaseFacts[] = [];
    for (const list of casesBehind(form, row.code, year)) {
      const where = { ...whereOf(list), accused: { lacks: hiddenFrom } };
      const count = await this.rows.count(caseFactsTable, where);
      if (limit > 0 && offset < count) {
        const found = await this.rows.rows(caseFactsTable, { where, orderBy: ['case_number'], limit: offset + limit });
        cases.push(...found.slice(offset));
        limit -= Math.max(0, found.length - offset);
      }
      offset = Math.max(0, offset - count);
      shown += count;
      total += await this.rows.count(caseFactsTable, whereOf(list));
    }
    return { total, withheld: total - shown, cases };
  }

  declared(year: number): Promise<readonly DeclaredFigure[]> {
    return this.rows.rows(declaredFiguresTable, { where: { year }, orderBy: ['code'] });
  }

  async totals(year: number, basis: Basis, by: readonly Grouping[], where: Where<YearTotal>) {
    return this.rows.sums(yearTotalsTable, { ...where, year, basis }, by);
  }

  async ratings(
    year: number,
    by: Grouping | undefined,
    where: { case_type?: string; unit?: string; channel?: string },
  ): Promise<readonly { readonly key: string; readonly counts: RatingCounts }[]> {
    const sums = await this.rows.sums(satisfactionTable, { ...where, year }, by ? [by, 'rating'] : ['rating']);
    const groups = new Map<string, Record<string, number>>();
    for (const sum of sums) {
      const key = by ? String((sum as Record<string, unknown>)[by]) : '';
      groups.set(key, { ...groups.get(key), [sum.rating]: sum.n });
    }
    return [...groups].map(([key, counts]) => ({ key, counts }));
  }

  /** The first and last year of which the log knows cases: outside of them a count of nothing is not a zero. */
  private async coverage(): Promise<Coverage> {
    const years = await this.rows.sums(yearTotalsTable, { basis: 'received' }, ['year']);
    const known = years.map(({ year }) => year);
    return known.length === 0 ? {} : { firstYear: Math.min(...known), lastYear: Math.max(...known) };
  }
}

const whereOf = (conditions: readonly FactsCondition[]): Where<CaseFacts> =>
  Object.fromEntries(conditions.map(({ column, value }) => [column, value]));
