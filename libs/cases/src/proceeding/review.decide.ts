import { clocksOf } from '../kernel/clocks';
import { businessDate } from '../kernel/dates';
import { extendedBy, resumedAfter } from '../kernel/due';
import { reject, say } from '../kernel/sentence';
import { decisionClock, onceOnly, type ProceedingRules } from './proceeding.grounds';
import { extensionRules, mostExtension } from './proceeding.terms';

const notReviewed = say('只有正在审理的复议诉讼才能如此登记', 'this is recorded only while the case is being heard');

/** What happens while the organ or the court hears the case. */
export const reviewRules: Pick<ProceedingRules, 'SubmitStatement' | 'SuspendProceeding' | 'ResumeProceeding' | 'ExtendProceeding'> = {
  SubmitStatement: {
    in: ['reviewing', 'suspended'],
    otherwise: say('只有已受理的复议诉讼才能提交答复', 'a statement is made in a proceeding that was accepted'),
    unless: [
      {
        when: (proceeding) => clocksOf(proceeding)['statement'] === undefined,
        because: say('答复（答辩）已经提交', 'the statement was submitted already'),
      },
    ],
    decide: (_, { document }) => [{ type: 'ProceedingStatementSubmitted', data: { document, limits: { statement: null } } }],
  },
  SuspendProceeding: {
    in: ['reviewing', 'second-instance'],
    otherwise: notReviewed,
    decide: (proceeding, { ground, document }, { at }) => {
      const stopped = decisionClock(proceeding);
      return [{ type: 'ProceedingSuspended', data: { ground, since: businessDate(at), stopped, document, limits: { decision: null } } }];
    },
  },
  ResumeProceeding: {
    in: ['suspended'],
    otherwise: say('该复议诉讼没有中止', 'this proceeding is not suspended'),
    // Reconsideration Law 2023 art. 39 ¶2; the time of the suspension does not count.
    decide: ({ suspended }, { document }, context) => {
      const pause = suspended && { from: suspended.since, to: businessDate(context.at), why: 'suspended' };
      const decision = pause && suspended.clock ? resumedAfter(suspended.clock, pause, context) : null;
      return [{ type: 'ProceedingResumed', data: { document, limits: { decision } } }];
    },
  },
  ExtendProceeding: {
    in: ['reviewing', 'second-instance'],
    otherwise: notReviewed,
    unless: [
      {
        when: ({ procedure }) => procedure === 'simple',
        because: say('简易程序的审理期限不延长', 'the term of the simple procedure is not extended'),
      },
      onceOnly('extension', say('审理期限已经延长', 'the term was extended already')),
    ],
    // Reconsideration Law 2023 art. 62: by thirty days at most. Administrative Litigation Law arts 81, 88: by what the higher court approves.
    decide: (proceeding, { approvedBy, more, document }, context) => {
      const { kind } = proceeding;
      const length = more ?? (kind === 'reconsideration' ? mostExtension : undefined);
      if (!length) return reject('请填写批准延长的时间', 'say by how much the higher court extended it');
      if (kind === 'reconsideration' && (length.unit !== 'day' || length.amount > mostExtension.amount))
        return reject('复议期限的延长最多不超过三十日', 'a reconsideration is extended by thirty days at most');
      const clock = decisionClock(proceeding);
      const decision = clock ? extendedBy(clock, { ...length, rule: extensionRules[kind] }, context) : null;
      return [{ type: 'ProceedingExtended', data: { approvedBy, document, limits: { decision } } }];
    },
  },
};
