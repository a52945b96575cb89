import { type CaseFacts, countedFacts } from '@app/projections';

/** What is counted of a case, and nothing else. */
export type CountedFacts = Pick<CaseFacts, (typeof countedFacts)[number]>;

const ofItsOwn: readonly string[] = ['case_id', 'case_number'];

/**
 * Collects the counted facts of cases alone: what was known at a position is kept for some time, and so takes a fifth of the memory. Units,
 * days and kinds are few and stand in every case: each is kept once.
 */
export const countingFacts = () => {
  const all: CountedFacts[] = [];
  const known = new Map<unknown, unknown>();
  const shared = (value: unknown): unknown => {
    const found = known.get(value);
    if (found !== undefined || value === null) return found ?? null;
    known.set(value, value);
    return value;
  };
  return {
    all: all as readonly CountedFacts[],
    add: (row: CaseFacts): void => {
      const counted: Record<string, unknown> = {};
      for (const column of countedFacts) counted[column] = ofItsOwn.includes(column) ? row[column] : shared(row[column]);
      all.push(counted as CountedFacts);
    },
  };
};
