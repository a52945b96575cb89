import type { CaseFacts, Cell } from '@app/projections';
import { type AnyOf, meets } from './condition';
import type { CountedRow, GroupColumn, Question } from './question';

/** A case, or as many that share these facts as `n` says. */
export type Cases = Partial<CaseFacts> & { readonly n?: number };

/** For specs: what is so of a case of which nothing has happened yet. */
export const untouched: Cases = { overdue: 0, returns: 0, reworks: 0, reply_wanted: 1 };

const groupOf = (facts: Partial<CaseFacts>, column: GroupColumn): readonly [string, Cell] =>
  typeof column === 'string' ? [column, facts[column] ?? null] : ['month', String(facts[column.month]).slice(0, 7)];

const meetsOne = (facts: Partial<CaseFacts>, alternatives: AnyOf): boolean => alternatives.some((where) => meets(facts, where));

/** What the read store would answer to the question if these were the cases. */
export const countedInMemory = ({ where, groupBy, counts }: Question, cases: Iterable<Cases>): readonly CountedRow[] => {
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
