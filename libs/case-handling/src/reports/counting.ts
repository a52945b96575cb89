import type { Row } from '@app/projections';

/** Rows of a table of counters. */
export type Counted = readonly ({ readonly n: number } & Row)[];

/** Adds up entries that are alike in some columns, as the rows of a table of counters are added up by an SQL database. */
export const countingBy = (columns: readonly string[]) => {
  const counters = new Map<string, { readonly entry: Row; n: number }>();
  return {
    add: (entry: Row, n = 1): void => {
      let key = '';
      for (const column of columns) key += `${entry[column]}\u0001`;
      const counter = counters.get(key);
      if (counter) counter.n += n;
      else counters.set(key, { entry, n });
    },
    rows: (): Counted =>
      [...counters.values()].map(({ entry, n }) => ({
        ...Object.fromEntries(columns.map((column) => [column, entry[column] ?? null])),
        n,
      })),
  };
};

/** Counters added up over all but some of their columns. */
export const countedBy = (counters: Iterable<Row>, columns: readonly string[]): Counted => {
  const counting = countingBy(columns);
  for (const counter of counters) counting.add(counter, Number(counter['n']));
  return counting.rows();
};
