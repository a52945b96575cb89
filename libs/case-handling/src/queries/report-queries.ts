import { createHash } from 'node:crypto';
import { EventStore } from '@app/event-store';
import { type Basis, type CaseFacts, satisfactionTable, type YearTotal, yearTotalsTable } from '@app/projections';
import { ReadStore, type Where } from '@app/read-store';
import {
  casesBehind,
  type CellDifference,
  differencesOf,
  type FactsWhere,
  type RatingCounts,
  type Report,
  type Row as FormRow,
  together,
} from '@app/reports';
import { Injectable } from '@nestjs/common';
import { RowsFollower } from '../following/rows-follower';
import { casesInRow, fillReport, type ReportAsked } from '../reports/fill-report';
import { KnownNow } from '../reports/known-now';
import type { Knowledge, ListQuery } from '../reports/knowledge';
import { Replays } from '../reports/replays';
import { ReportForms } from '../reports/report-forms';

type Grouping = 'unit' | 'channel' | 'case_type' | 'month';

export interface CasesBehind {
  readonly total: number;
  /** How many of them this person is not shown. */
  readonly withheld: number;
  readonly cases: readonly CaseFacts[];
}

/** Figures, and the cases behind them: as they are now, or as they were known at a position. */
@Injectable()
export class ReportQueries {
  constructor(
    private readonly rows: ReadStore,
    private readonly store: EventStore,
    private readonly projector: RowsFollower,
    private readonly forms: ReportForms,
    private readonly replays: Replays,
  ) {}

  /** Asks questions of one moment: of now without a position. */
  async knowing<T>(position: number | undefined, work: (known: Knowledge) => Promise<T>): Promise<T> {
    const answered = await this.projector.still(async (now) =>
      position === undefined || position === now ? { answer: await work(await KnownNow.at(this.rows, this.store, now)) } : undefined,
    );
    return answered ? answered.answer : work(await this.replays.at(position!));
  }

  report(asked: ReportAsked, position?: number): Promise<Report> {
    return this.knowing(position, (known) => fillReport(known, this.forms.book, asked));
  }

  /**
   * A page of the cases behind a cell, and how many there are in all: always the cell's figure. Reports of wrongdoing about one of the
   * units `hiddenFrom` are counted and never listed.
   */
  casesBehindRow(asked: ReportAsked, row: FormRow, query: ListQuery, position?: number): Promise<CasesBehind> {
    const { form, year, unit } = asked;
    const own: FactsWhere = unit === undefined ? {} : { unit };
    const lists = casesBehind(form, row.code, year).map((list) => together(list, own));
    return this.knowing(position, async (known) => {
      const [total, withheld, cases] = await Promise.all([
        casesInRow(known, asked, row),
        known.withheld(lists, query.hiddenFrom),
        known.cases(lists, query),
      ]);
      return { total, withheld, cases };
    });
  }

  /** What was known then beside what is known now. */
  async thenAndNow(
    asked: ReportAsked,
    position: number,
  ): Promise<{ readonly before: Report; readonly now: Report; readonly cells: readonly CellDifference[] }> {
    const [before, now] = [await this.report(asked, position), await this.report(asked)];
    return { before, now, cells: differencesOf(asked.form, before, now) };
  }

  /** The case, when it is counted in the cell and may be shown. */
  caseBehindRow(
    { form, year, unit }: ReportAsked,
    row: FormRow,
    caseId: string,
    hiddenFrom: readonly string[],
    position?: number,
  ): Promise<CaseFacts | undefined> {
    const own: FactsWhere = { case_id: caseId, ...(unit !== undefined && { unit }) };
    const lists = casesBehind(form, row.code, year).map((list) => together(list, own));
    return this.knowing(position, async (known) => (await known.cases(lists, { offset: 0, limit: 1, hiddenFrom }))[0]);
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
}

/** SHA-256 (hexadecimal) of the report as it is given out: two reports of one digest are the same to the byte. */
export const digestOf = (report: Report): string => createHash('sha256').update(JSON.stringify(report)).digest('hex');
