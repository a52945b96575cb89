import { type CaseFacts, caseFactsTable, type Cell } from '@app/projections';
import type { ReadStore, Where } from '@app/read-store';
import { type AnyOf, type CountedRow, countedInMemory, meets, type Question } from '@app/reports';
import { isAbout } from '../reports/accusing';

/** Whom statistics are asked of: cases as they are known at one position. */
export interface StatisticsSource {
  readonly position: number;
  counted(question: Question): Promise<readonly CountedRow[]>;
  /** How many cases meet one of these, of which no case meets two; and of those that may be shown the first, by their numbers. */
  listed(
    lists: AnyOf,
    hiddenFrom: readonly string[],
    most: number,
  ): Promise<{ readonly total: number; readonly shown: number; readonly first: readonly CaseFacts[] }>;
}

const byNumber = (one: CaseFacts, other: CaseFacts): number => (one.case_number < other.case_number ? -1 : 1);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** The rows as they stand; whoever uses this keeps them still. */
export const fromRows = (rows: ReadStore, position: number): StatisticsSource => {
  const count = async (lists: readonly Where<CaseFacts>[]) =>
    sum(await Promise.all(lists.map((where) => rows.count(caseFactsTable, where))));
  return {
    position,
    counted: (question) => rows.tallies(caseFactsTable, question),
    async listed(lists, hiddenFrom, most) {
      const visible = lists.map((where) => ({ ...where, accused: { lacks: hiddenFrom } }));
      const [total, shown] = [await count(lists), await count(visible)];
      const firsts = await Promise.all(visible.map((where) => rows.rows(caseFactsTable, { where, orderBy: ['case_number'], limit: most })));
      return { total, shown, first: firsts.flat().toSorted(byNumber).slice(0, most) };
    },
  };
};

/** As a database orders them: nothing before everything else. */
const before = (one: Cell | undefined, other: Cell | undefined): number => {
  if (one === other) return 0;
  if (one === null || one === undefined) return -1;
  return other === null || other === undefined || one > other ? 1 : -1;
};

const inOrder = (rows: readonly CountedRow[]): readonly CountedRow[] =>
  rows.toSorted((one, other) => {
    for (const column of Object.keys(one)) {
      const order = before(one[column], other[column]);
      if (order !== 0) return order;
    }
    return 0;
  });

const nobody = { numerator: 0, denominator: 0 };

/** Facts that were folded from the log. */
export const fromFacts = (facts: readonly CaseFacts[], position: number): StatisticsSource => ({
  position,
  async counted(question) {
    const rows = inOrder(countedInMemory(question, facts));
    return rows.length === 0 && question.groupBy.length === 0 ? [nobody] : rows;
  },
  async listed(lists, hiddenFrom, most) {
    const met = facts.filter((each) => lists.some((where) => meets(each, where)));
    const shown = met.filter((each) => !isAbout(each, hiddenFrom));
    return { total: met.length, shown: shown.length, first: shown.toSorted(byNumber).slice(0, most) };
  },
});
