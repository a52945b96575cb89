import type { CaseFacts } from '@app/projections';
import { type AnyOf, casesBehind, type Form, meets, ratedFacts, rowOf, together } from '@app/reports';
import type { Replayed } from '../reports/replay';

/** Cases that were counted on one side only. */
export interface OneSided {
  readonly total: number;
  /** How many of them this person is not shown, whatever their number. */
  readonly withheld: number;
  /** The first of their numbers. */
  readonly cases: readonly string[];
}

export interface ChangedSides {
  /** Counted only under the supposition. */
  readonly cameIn: OneSided;
  /** Counted only as it is. */
  readonly wentOut: OneSided;
}

/** A form and what is counted on it; `unit` where the report is of one unit. */
export interface Counted {
  readonly form: Form;
  readonly facts: Replayed['facts'];
}

interface Asked {
  readonly year: number;
  readonly unit?: string | undefined;
  readonly hiddenFrom: readonly string[];
}

const mostListed = 20;

const isAlike = (one: CaseFacts, other: CaseFacts): boolean => {
  if (one === other) return true;
  for (const column in one) if (one[column as keyof CaseFacts] !== other[column as keyof CaseFacts]) return false;
  return true;
};

/** A case as it is and as it would be. */
type Pair = readonly [actual: CaseFacts, supposed: CaseFacts];

/** The cases of which something would be otherwise: only these can change sides where both sides ask for the same. */
const differing = (actual: Counted, supposed: Counted): readonly Pair[] => {
  const pairs: Pair[] = [];
  for (const [id, row] of actual.facts) {
    const other = supposed.facts.get(id);
    if (other && !isAlike(row, other)) pairs.push([row, other]);
  }
  return pairs;
};

const everyPair = (actual: Counted, supposed: Counted): readonly Pair[] =>
  [...actual.facts].flatMap(([id, row]): Pair[] => {
    const other = supposed.facts.get(id);
    return other ? [[row, other]] : [];
  });

const isIn = (facts: CaseFacts, lists: AnyOf): boolean => lists.some((where) => meets(facts, where));

const isHidden = ({ accused }: CaseFacts, hiddenFrom: readonly string[]): boolean =>
  accused !== null && hiddenFrom.some((unit) => accused.includes(`|${unit}|`));

const oneSided = (cases: readonly CaseFacts[], hiddenFrom: readonly string[]): OneSided => {
  const shown = cases.filter((facts) => !isHidden(facts, hiddenFrom)).map((facts) => facts.case_number);
  return { total: cases.length, withheld: cases.length - shown.length, cases: shown.toSorted().slice(0, mostListed) };
};

const sidesOf = (pairs: readonly Pair[], lists: readonly [actual: AnyOf, supposed: AnyOf], hiddenFrom: readonly string[]): ChangedSides => {
  const [cameIn, wentOut]: [CaseFacts[], CaseFacts[]] = [[], []];
  for (const [actual, supposed] of pairs) {
    const [was, would] = [isIn(actual, lists[0]), isIn(supposed, lists[1])];
    if (was === would) continue;
    if (would) cameIn.push(supposed);
    else wentOut.push(actual);
  }
  return { cameIn: oneSided(cameIn, hiddenFrom), wentOut: oneSided(wentOut, hiddenFrom) };
};

/** Which cases make the difference in a cell: of a rate first those it is taken over, then those among them that count. */
export interface CellSides extends ChangedSides {
  readonly numerator?: ChangedSides;
}

const numeratorOf = (form: Form, code: string, year: number): AnyOf => {
  const { figure } = rowOf(form, code);
  return figure.kind === 'rate' ? [ratedFacts(figure.formula, 'numerator', figure.cases, year)] : [];
};

/** Answers, cell by cell, which cases changed sides; undefined of a cell that no cases are behind. */
export const changedSides = (actual: Counted, supposed: Counted, { year, unit, hiddenFrom }: Asked) => {
  const some = differing(actual, supposed);
  const own = (lists: AnyOf): AnyOf => (unit === undefined ? lists : lists.map((where) => together(where, { unit })));
  const changed = (listsIn: (form: Form) => AnyOf): ChangedSides => {
    const lists = [own(listsIn(actual.form)), own(listsIn(supposed.form))] as const;
    const isSame = JSON.stringify(lists[0]) === JSON.stringify(lists[1]);
    return sidesOf(isSame ? some : everyPair(actual, supposed), lists, hiddenFrom);
  };
  return (code: string): CellSides | undefined => {
    const { kind } = rowOf(actual.form, code).figure;
    if (kind !== 'computed' && kind !== 'rate' && kind !== 'total') return undefined;
    const sides = changed((form) => casesBehind(form, code, year));
    return kind === 'rate' ? { ...sides, numerator: changed((form) => numeratorOf(form, code, year)) } : sides;
  };
};
