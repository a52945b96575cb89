import type { CaseFacts, Cell } from '@app/projections';
import { type AnyOf, meets } from './condition';
import type { CountedRow, GroupColumn, Question } from './question';

/** For specs: cases that share these facts, as many as `n` says. */
export type Cases = Partial<CaseFacts> & { readonly n?: number };

/** For specs: what is so of a case of which nothing has happened yet. */
export const untouched: Cases = { overdue: 0, returns: 0, reworks: 0, reply_wanted: 1 };

const groupOf = (facts: Partial<CaseFacts>, column: GroupColumn): readonly [string, Cell] =>
  typeof column === 'string' ? [column, facts[column] ?? null] : ['month', String(facts[column.month]).slice(0, 7)];

const meetsOne = (facts: Partial<CaseFacts>, alternatives: AnyOf): boolean => alternatives.some((where) => meets(facts, where));

/** For specs: what the read store answers to the question if these are the cases. */
export const countedInMemory = ({ where, groupBy, counts }: Question, cases: readonly Cases[]): readonly CountedRow[] => {
  const rows = new Map<string, CountedRow>();
  for (const facts of cases) {
    if (!meets(facts, where)) continue;
    const group = Object.fromEntries(groupBy.map((column) => groupOf(facts, column)));
    const { n = 1 } = facts;
    const key = JSON.stringify(group);
    const { numerator = 0, denominator = 0 } = rows.get(key) ?? {};
    const counted = {
      numerator: numerator + (meetsOne(facts, counts.numerator) ? n : 0),
      denominator: denominator + (meetsOne(facts, counts.denominator) ? n : 0),
    };
    rows.set(key, { ...group, ...counted });
  }
  return [...rows.values()];
};

/** For specs: how many of the cases are listed behind one side of a figure. */
export const listedInMemory = (lists: AnyOf, cases: readonly Cases[]): number =>
  lists.flatMap((where) => cases.filter((each) => meets(each, where))).reduce((sum, { n = 1 }) => sum + n, 0);
