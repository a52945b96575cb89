import type { CaseFacts, Cell } from '@app/projections';

/** How a column may compare: below, at most, above, at least, other than (null counts as a value). */
export interface Comparison {
  readonly lt?: string | number;
  readonly lte?: string | number;
  readonly gt?: string | number;
  readonly gte?: string | number;
  readonly not?: Cell;
}

/** A value (null: has none), a comparison, or a list of which one must hold. */
export type Is = Cell | Comparison | readonly (Cell | Comparison)[];

/** Conditions on a case by column of its facts; all must hold. */
export type FactsWhere = { readonly [C in keyof CaseFacts]?: Is };

/** Cases that meet one of these. No case meets two, so that they can be counted and listed one after the other. */
export type AnyOf = readonly FactsWhere[];

export const everyCase: AnyOf = [{}];

const isCell = (is: Is): is is Cell => is === null || typeof is !== 'object';

const alternatives = (is: Is): readonly (Cell | Comparison)[] => (Array.isArray(is) ? is : [is as Cell | Comparison]);

const tests: { readonly [K in keyof Required<Comparison>]: (value: Cell, than: Cell) => boolean } = {
  lt: (value, than) => value !== null && value < than!,
  lte: (value, than) => value !== null && value <= than!,
  gt: (value, than) => value !== null && value > than!,
  gte: (value, than) => value !== null && value >= than!,
  not: (value, than) => value !== than,
};

const compares = (value: Cell, is: Cell | Comparison): boolean =>
  isCell(is) ? value === is : Object.entries(is).every(([name, than]) => tests[name as keyof Comparison](value, than as Cell));

const holds = (value: Cell, is: Is): boolean => alternatives(is).some((each) => compares(value, each));

/** Whether the case meets all conditions; a fact that is not there is unknown. */
export const meets = (facts: Partial<CaseFacts>, where: FactsWhere): boolean =>
  Object.entries(where).every(([column, is]) => holds(facts[column as keyof CaseFacts] ?? null, is));

const bothCompared = (column: string, one: Comparison, other: Comparison): Comparison => {
  const clash = (name: string) => Object.hasOwn(other, name) && other[name as keyof Comparison] !== one[name as keyof Comparison];
  if (Object.keys(one).some(clash)) throw new Error(`${column} is compared twice`);
  return { ...one, ...other };
};

const either = (column: string, one: Cell | Comparison, other: Cell | Comparison): readonly (Cell | Comparison)[] => {
  if (isCell(one)) return compares(one, other) ? [one] : [];
  if (isCell(other)) return compares(other, one) ? [other] : [];
  return [bothCompared(column, one, other)];
};

const bothOf = (column: string, one: Is, other: Is): Is =>
  alternatives(one).flatMap((left) => alternatives(other).flatMap((right) => either(column, left, right)));

/** The conditions of both. @throws when both compare a column in the same way with other values */
export const together = (one: FactsWhere, other: FactsWhere): FactsWhere => {
  const shared = Object.keys(one).filter((column) => Object.hasOwn(other, column)) as (keyof CaseFacts)[];
  return { ...one, ...other, ...Object.fromEntries(shared.map((column) => [column, bothOf(column, one[column]!, other[column]!)])) };
};

/** Every pair of conditions, one of each list. */
export const times = (one: AnyOf, other: AnyOf): AnyOf => one.flatMap((left) => other.map((right) => together(left, right)));
