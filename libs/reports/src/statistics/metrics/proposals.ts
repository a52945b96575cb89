import { type Sentence, say } from '@app/cases';
import type { AnyOf } from '../condition';
import type { Metric, Variant } from '../metric';

/** 立案; a county without that step takes up a proposal by assigning it. */
const filed: AnyOf = [{ filed_on: { not: null } }, { filed_on: null, first_routed_on: { not: null } }];
const classed: AnyOf = [{ outcome: ['A', 'B', 'C', 'D'] }];

const overFiled = (formula: Sentence, numerator: AnyOf): Variant => ({
  id: 'filed',
  formula,
  period: 'received',
  denominator: filed,
  numerator,
});

const proposals = { kind: 'rate', caseTypes: ['proposal'] } as const;

// Filed, not submitted: Gansu in 2013 had 820 submitted and 799 filed.
const replyRate: Metric = {
  id: 'proposal-reply-rate',
  title: say('办复率', 'Proposals answered'),
  ...proposals,
  variants: [overFiled(say('已答复÷立案', 'answered / filed'), [{ first_answered_on: { not: null } }])],
};

const meetingRate: Metric = {
  id: 'meeting-rate',
  title: say('面商率', 'Meeting rate'),
  ...proposals,
  variants: [overFiled(say('至少面商一次÷立案', 'met with the proposers at least once / filed'), [{ met_on: { not: null } }])],
};

const classShare = (answerClass: 'A' | 'B' | 'C' | 'D'): Metric => ({
  id: `class-${answerClass.toLowerCase()}-share`,
  title: say(`${answerClass}类占比`, `Share of class ${answerClass}`),
  ...proposals,
  variants: [
    overFiled(say(`${answerClass}类÷立案`, `class ${answerClass} / filed`), [{ outcome: answerClass }]),
    {
      id: 'classed',
      formula: say(`${answerClass}类÷已分类`, `class ${answerClass} / those with a class`),
      period: 'received',
      denominator: classed,
      numerator: [{ outcome: answerClass }],
    },
  ],
});

// Chongqing regulation on deputies' suggestions, arts 26 to 28: what was promised is tracked until it is done.
const promiseRate: Metric = {
  id: 'promise-rate',
  title: say('承诺兑现率', 'Promises fulfilled'),
  ...proposals,
  variants: [
    {
      id: 'promised',
      formula: say('已兑现÷有承诺', 'fulfilled / promised'),
      period: 'received',
      denominator: [{ promise: { not: null } }],
      numerator: [{ promise: 'fulfilled' }],
    },
  ],
};

export const proposalMetrics: readonly Metric[] = [
  {
    id: 'proposals-filed',
    title: say('立案数', 'Proposals filed'),
    kind: 'count',
    caseTypes: ['proposal'],
    variants: [{ id: 'filed', formula: say('立案的建议提案', 'proposals filed'), period: 'received', numerator: filed }],
  },
  replyRate,
  ...(['A', 'B', 'C', 'D'] as const).map(classShare),
  meetingRate,
  promiseRate,
];
