import { addDays, type Sentence, say } from '@app/cases';
import type { CaseFacts } from '@app/projections';
import type { AnyOf } from './condition';
import type { Period } from './period';

/** Which cases belong to a period. */
export interface PeriodRule {
  readonly title: Sentence;
  /** The date that says so, when it is one: only then can the period be divided into months. */
  readonly date?: keyof CaseFacts;
  readonly cases: (period: Period) => AnyOf;
}

const within = ({ from, to }: Period) => ({ gte: from, lte: to });

/** Open at the beginning of this day: neither answered nor ended before it. */
const openOn = (day: string) => ({ answered_on: [null, { gte: day }], closed_on: [null, { gte: day }] });

const byDate = (date: keyof CaseFacts, title: Sentence): Required<PeriodRule> => ({
  title,
  date,
  cases: (period) => [{ [date]: within(period) }],
});

export const periodRules = {
  received: byDate('received_on', say('受理日期在期内', 'received in the period')),
  routed: byDate('first_routed_on', say('首次转办日期在期内', 'first sent to a handling unit in the period')),
  due: byDate('due_on', say('期限（含延期、扣除中止）届满日在期内', 'fell due in the period, extensions and pauses reckoned in')),
  answered: byDate('answered_on', say('答复日期在期内', 'answered in the period')),
  closed: byDate('closed_on', say('办结日期在期内', 'closed in the period')),
  settled: {
    title: say('答复日期，或未经答复而办结的日期在期内', 'answered, or ended without an answer, in the period'),
    cases: (period) => [{ answered_on: within(period) }, { answered_on: null, closed_on: within(period) }],
  },
  alive: {
    title: say('期内受理，或上期结转', 'received in the period, or carried into it'),
    cases: ({ from, to }) => [{ received_on: { lte: to }, ...openOn(from) }],
  },
  'carried-in': {
    title: say('期初之前受理而期初尚未办结', 'received before the period and open when it began'),
    cases: ({ from }) => [{ received_on: { lt: from }, ...openOn(from) }],
  },
  'carried-out': {
    title: say('期末尚未办结', 'open when the period ended'),
    cases: ({ to }) => [{ received_on: { lte: to }, ...openOn(addDays(to, 1)) }],
  },
} as const satisfies Record<string, PeriodRule>;

export type PeriodRuleId = keyof typeof periodRules;
