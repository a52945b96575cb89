import type { Due, Length } from '@app/cases';
import type { ProjectedEvent } from '@app/projections';
import type { SupposedCalendars } from './supposed-calendars';
import { noticesIn } from './supposed-calendars';
import { dueSupposed, isReckonable, type Reckonable } from './supposed-due';
import type { Supposition } from './supposition';

/** The due dates of answers as they would have been. */
export interface SupposedTerms {
  /** Whether anything is supposed of the answers of this type of case. */
  concern(caseType: string): boolean;
  /** What the due date of the answer would have been that an event sets. */
  due(event: ProjectedEvent, due: Due): Due;
  /** The rules of the terms that were met, by type of case. */
  readonly met: ReadonlyMap<string, ReadonlySet<string>>;
  /** Due dates that were left as they are, because they do not say how they came about. */
  readonly left: number;
}

/** The terms that are supposed, by type of case: the one of the rule goes before that of all rules. */
const lengthsIn = ({ terms = [] }: Supposition) => {
  const stated = new Map(terms.map(({ caseType, rule = '', amount, unit }): [string, Length] => [`${caseType} ${rule}`, { amount, unit }]));
  return (caseType: string, rule: string): Length | undefined => stated.get(`${caseType} ${rule}`) ?? stated.get(`${caseType} `);
};

/** Cases that are received on one day under one rule have one due date. */
const oneOfManyAlike = ({ from, rule, calendar, amount, unit, startedAt, extensions, pauses, edition }: Reckonable): string | undefined =>
  startedAt === undefined && !extensions && !pauses ? [from, rule, calendar, amount, unit, edition].join(' ') : undefined;

export const supposedTerms = (supposition: Supposition, calendars: SupposedCalendars): SupposedTerms => {
  const lengthOf = lengthsIn(supposition);
  const always = supposition.holidays !== undefined;
  const met = new Map<string, Set<string>>();
  const known = new Map<string, Due>();
  let left = 0;

  const meet = (caseType: string, rule: string): void => {
    const rules = met.get(caseType);
    if (rules) rules.add(rule);
    else met.set(caseType, new Set([rule]));
  };

  const reckoned = (caseType: string, due: Reckonable, length: Length): Due => {
    const alike = oneOfManyAlike(due);
    const key = alike && `${caseType} ${alike}`;
    const before = key && known.get(key);
    if (before) return before;
    const supposed = dueSupposed(due, length, calendars.after(noticesIn(due.calendar)));
    if (key) known.set(key, supposed);
    return supposed;
  };

  const named = new Set<string>(supposition.terms?.map(({ caseType }) => caseType));

  return {
    concern: (caseType) => always || named.has(caseType),
    met,
    get left() {
      return left;
    },
    due: ({ category }, due) => {
      meet(category, due.rule);
      const length = lengthOf(category, due.rule);
      if (!length && !always) return due;
      if (isReckonable(due)) return reckoned(category, due, length ?? due);
      left += 1;
      return due;
    },
  };
};
