import type { Cell, Row, Table } from './projection';

interface Counter {
  readonly entry: Row;
  n: number;
}

type Branches = Map<Cell, Branches | Counter>;

/** Counters while they are being added up: found value by value of their keys, which is quicker than by a text made of them. */
export interface Counters {
  readonly root: Branches;
  readonly all: Counter[];
}

export const counting = (): Counters => ({ root: new Map(), all: [] });

const branch = (branches: Branches, value: Cell): Branches => {
  const found = branches.get(value) as Branches | undefined;
  if (found) return found;
  const made: Branches = new Map();
  branches.set(value, made);
  return made;
};

/** Adds to the counter of the entry, which has the columns of the table's key. */
export const counted = (counters: Counters, { key }: Table, entry: Row, amount: number): void => {
  let branches = counters.root;
  const last = key.length - 1;
  for (let index = 0; index < last; index++) branches = branch(branches, entry[key[index]!]!);
  const value = entry[key[last]!]!;
  const counter = branches.get(value) as Counter | undefined;
  if (counter) {
    counter.n += amount;
    return;
  }
  const begun: Counter = { entry, n: amount };
  branches.set(value, begun);
  counters.all.push(begun);
};

/** What is to be added to the rows of the table, where anything is. */
export const moved = ({ all }: Counters): readonly Row[] => all.filter(({ n }) => n !== 0).map(({ entry, n }) => ({ ...entry, n }));
