import { answerOf, type Statistic } from './answer';
import type { Ask, Filters, Grouping } from './ask';
import { type AnyOf, meets } from './condition';
import { type Cases, countedInMemory, untouched } from './counted-in-memory';
import { findVariant } from './metric';
import { findMetric } from './metrics';
import { periodNamed } from './period';
import { questionOf } from './question';

/** For specs: how many of the cases are listed behind one side of a figure. */
export const listedInMemory = (lists: AnyOf, cases: readonly Cases[]): number =>
  lists.flatMap((where) => cases.filter((each) => meets(each, where))).reduce((sum, { n = 1 }) => sum + n, 0);

export const twoPlaces = { mode: 'half-up', places: 2 } as const;

interface More {
  readonly period?: string;
  readonly filters?: Filters;
  readonly by?: Grouping;
}

/** For specs: `closure-rate by due`, of March 2018 unless said otherwise. */
export const askFor = (name: string, { period = '2018-03', filters = {}, by }: More = {}): Ask => {
  const [id = '', variant = ''] = name.split(' by ');
  const metric = findMetric(id)!;
  return { metric, variant: findVariant(metric, variant)!, period: periodNamed(period)!, filters, by };
};

/** For specs: the answer if these are the cases. */
export const statistic = (name: string, cases: readonly Cases[], more: More = {}): Statistic => {
  const ask = askFor(name, more);
  return answerOf(ask, countedInMemory(questionOf(ask), cases), twoPlaces);
};

/** For specs: `3/4 75.00%`. */
export const textOf = (name: string, cases: readonly Cases[], more: More = {}): string => {
  const { numerator, denominator, text } = statistic(name, cases, more);
  return `${numerator}${denominator === undefined ? '' : `/${denominator}`} ${text}`;
};

/** For specs: a complaint of March 2018 that the water works have. */
export const complaint = (facts: Cases = {}): Cases => ({
  ...untouched,
  case_type: 'complaint',
  received_on: '2018-03-02',
  first_routed_on: '2018-03-02',
  due_on: '2018-03-09',
  unit: 'water',
  ...facts,
});

export const answered = (facts: Cases = {}): Cases => complaint({ answered_on: '2018-03-08', timing: 'on-time', ...facts });
export const closed = (facts: Cases = {}): Cases => answered({ closed_on: '2018-03-12', ...facts });
