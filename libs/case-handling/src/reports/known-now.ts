import { calendarWith } from '@app/cases';
import type { EventStore } from '@app/event-store';
import {
  type CaseFacts,
  caseFactsTable,
  type DeclaredFigure,
  declaredFiguresTable,
  satisfactionTable,
  yearTotalsTable,
} from '@app/projections';
import type { ReadStore } from '@app/read-store';
import { type AnyOf, type Coverage, type CubeRow, type FactsWhere, meets, type RatingRow } from '@app/reports';
import { isAbout } from './accusing';
import { noticesStream, readableNotice } from '../calendar/holiday-notice';
import { publishedSeal, type SealedReport } from '../signing/report-file';
import { reportFileAt } from '../signing/report-stream';
import type { CubeQuery, Knowledge, ListQuery } from './knowledge';

/** The calendar with the notices that had been recorded by then. */
export const calendarAt = async (store: EventStore, position: number): Promise<string> => {
  const notices = (await store.readStream(noticesStream)).filter((event) => event.position <= position);
  return calendarWith(notices.flatMap(readableNotice).map(({ days }) => days)).version;
};

/** When the event at that position was recorded; the beginning of time for an empty log. */
export const recordedAt = async (store: EventStore, position: number): Promise<string> => {
  const event = await store.lastUntil({ position });
  return event?.recordedAt ?? new Date(0).toISOString();
};

/** The type that all cases of the lists are of; '' where they are of several. */
const typeOf = (lists: AnyOf): string => {
  const types = new Set(lists.map(({ case_type: type }) => (typeof type === 'string' ? type : '')));
  return types.size === 1 ? [...types][0]! : '';
};

// While a statement runs nobody else is served: several short ones rather than one.
const figuresAtOnce = 25;

const chunked = (indexes: readonly number[], size: number): readonly (readonly number[])[] =>
  Array.from({ length: Math.ceil(indexes.length / size) }, (_, part) => indexes.slice(part * size, (part + 1) * size));

const hiding = (where: FactsWhere, hiddenFrom: readonly string[]) => ({ ...where, accused: { lacks: hiddenFrom } });

/** The rows as they stand; whoever uses this keeps them still. */
export class KnownNow implements Knowledge {
  private constructor(
    private readonly rows: ReadStore,
    private readonly store: EventStore,
    readonly position: number,
    readonly asOf: string,
    readonly calendar: string,
  ) {}

  static async at(rows: ReadStore, store: EventStore, position: number): Promise<KnownNow> {
    const [asOf, calendar] = await Promise.all([recordedAt(store, position), calendarAt(store, position)]);
    return new KnownNow(rows, store, position, asOf, calendar);
  }

  cube({ year, andBefore, dimensions, caseTypes, unit }: CubeQuery): Promise<readonly CubeRow[]> {
    const where = {
      basis: andBefore ? undefined : ['received', 'answered', 'closed', 'settled'],
      year: andBefore ? { lte: year } : year,
      case_type: caseTypes,
      unit,
    };
    return this.rows.sums(yearTotalsTable, where, ['basis', 'year', ...dimensions]);
  }

  ratings(year: number, unit?: string): Promise<readonly RatingRow[]> {
    return this.rows.sums(satisfactionTable, { year, unit }, ['year', 'month', 'case_type', 'channel', 'unit', 'rating']);
  }

  declared(year: number): Promise<readonly DeclaredFigure[]> {
    return this.rows.rows(declaredFiguresTable, { where: { year }, orderBy: ['code'] });
  }

  async coverage(): Promise<Coverage> {
    const years = (await this.rows.sums(yearTotalsTable, { basis: 'received' }, ['year'])).map(({ year }) => year);
    return years.length === 0 ? {} : { firstYear: Math.min(...years), lastYear: Math.max(...years) };
  }

  async sealed(form: string, year: number): Promise<SealedReport | undefined> {
    return publishedSeal(await reportFileAt(this.store, form, year, this.position));
  }

  async count(lists: AnyOf): Promise<number> {
    const counts = await Promise.all(lists.map((where) => this.rows.count(caseFactsTable, where)));
    return counts.reduce((sum, each) => sum + each, 0);
  }

  /** In one reading of the cases of each type: a reading for each figure would go through them as often. */
  async counts(figures: readonly AnyOf[]): Promise<readonly number[]> {
    const byType = new Map<string, number[]>();
    for (const [index, lists] of figures.entries()) {
      const type = typeOf(lists);
      byType.set(type, [...(byType.get(type) ?? []), index]);
    }
    const counts = figures.map(() => 0);
    for (const [type, indexes] of byType)
      for (const some of chunked(indexes, figuresAtOnce)) {
        const [row] = await this.rows.tallies(caseFactsTable, {
          ...(type && { where: { case_type: type } }),
          counts: Object.fromEntries(some.map((index) => [String(index), figures[index]!])),
        });
        for (const index of some) counts[index] = row?.[String(index)] ?? 0;
      }
    return counts;
  }

  /** There are few reports of wrongdoing: they are fetched in the order of their index, and looked through here. */
  async withheld(lists: AnyOf, hiddenFrom: readonly string[]): Promise<number> {
    const accusing = await this.rows.rows(caseFactsTable, { where: { accused: { gt: '' } }, orderBy: ['accused'] });
    const hidden = accusing.filter((facts) => isAbout(facts, hiddenFrom));
    return hidden.filter((facts) => lists.some((where) => meets(facts, where))).length;
  }

  async cases(lists: AnyOf, { offset, limit, hiddenFrom }: ListQuery): Promise<readonly CaseFacts[]> {
    const cases: CaseFacts[] = [];
    let skip = offset;
    for (const list of lists) {
      if (cases.length >= limit) break;
      const where = hiding(list, hiddenFrom);
      const most = skip + limit - cases.length;
      const found = await this.rows.rows(caseFactsTable, { where, orderBy: ['case_number'], limit: most });
      cases.push(...found.slice(skip));
      skip = Math.max(0, skip - found.length);
    }
    return cases;
  }
}
