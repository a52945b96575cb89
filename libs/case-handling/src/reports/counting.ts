import type { Row } from '@app/projections';

/** Adds up entries that are alike in some columns, as the rows of a table of counters are added up by an SQL database. */
export const countedBy = (entries: Iterable<Row>, columns: readonly string[]): readonly ({ readonly n: number } & Row)[] => {
  const counters = new Map<string, { readonly entry: Row; n: number }>();
  for (const entry of entries) {
    const key = columns.map((column) => entry[column]).join('\u0001');
    const n = typeof entry['n'] === 'number' ? entry['n'] : 1;
    const counter = counters.get(key);
    if (counter) counter.n += n;
    else counters.set(key, { entry, n });
  }
  return [...counters.values()].map(({ entry, n }) => ({
    ...Object.fromEntries(columns.map((column) => [column, entry[column] ?? null])),
    n,
  }));
};
