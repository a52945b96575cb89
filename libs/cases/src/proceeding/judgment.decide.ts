import { businessDate } from '../kernel/dates';
import { dueAfter } from '../kernel/due';
import { reject, say } from '../kernel/sentence';
import { isOver } from '../kernel/windows';
import { concluded, limitFrom, type ProceedingRules } from './proceeding.grounds';
import { impossibleResult } from './proceeding.results';
import { appealTerms, decidingTerm, secondInstanceTerm } from './proceeding.terms';

/** In court a judgment counts when it takes effect: unchallenged in time, or by the second instance. */
export const judgmentRules: Pick<ProceedingRules, 'RecordJudgment' | 'LodgeAppeal' | 'DecideProceedingAppeal' | 'TakeEffect'> = {
  RecordJudgment: {
    in: ['filed', 'reviewing', 'second-instance'],
    otherwise: say('只有法院审理中的诉讼才能登记裁判', 'a judgment is recorded while a court hears the case'),
    unless: [
      {
        when: ({ kind }) => kind !== 'litigation',
        because: say('行政复议没有审级，请登记审结结果', 'a reconsideration has no instances: record how it ended'),
      },
    ],
    // Administrative Litigation Law art. 89(2): what the second instance decides anew is final.
    decide: (proceeding, { result, form, redo, document }, context) => {
      const on = businessDate(context.at);
      if (proceeding.status === 'second-instance') return concluded(proceeding, { result, redo, document, instance: 'second' }, on);
      const impossible = impossibleResult(proceeding.kind, result, redo, on);
      if (impossible) return impossible;
      const limits = { decision: null, statement: null, appeal: dueAfter(on, appealTerms[form], context) };
      return [{ type: 'ProceedingJudged', data: { result, form, redo, document, limits } }];
    },
  },
  LodgeAppeal: {
    in: ['judged'],
    otherwise: say('只有一审已裁判、尚未生效的诉讼才能登记上诉', 'only a judgment that has not taken effect is appealed'),
    decide: (_, { appellant, document }, context) => {
      const today = businessDate(context.at);
      const limits = { appeal: null, decision: limitFrom(today, secondInstanceTerm(today), context) };
      return [{ type: 'ProceedingAppealLodged', data: { appellant, document, limits } }];
    },
  },
  DecideProceedingAppeal: {
    in: ['second-instance'],
    otherwise: say('只有二审审理中的诉讼才能登记上诉结果', 'an appeal is decided while the court of second instance hears the case'),
    // Art. 89: dismissed or withdrawn, the first judgment stands; remanded, the first court judges anew, but only once.
    decide: (proceeding, { decision, document }, context) => {
      const on = businessDate(context.at);
      const { kind, judgment, taken } = proceeding;
      if (decision !== 'remanded' && judgment)
        return concluded(proceeding, { ...judgment, document, instance: decision === 'dismissed' ? 'second' : 'first' }, on);
      if (taken.includes('remand')) return reject('二审法院不得再次发回重审', 'a case is not remanded twice');
      const limits = { decision: limitFrom(on, decidingTerm(kind, 'ordinary', on), context) };
      return [{ type: 'ProceedingRemanded', data: { document, limits } }];
    },
  },
  TakeEffect: {
    in: ['judged'],
    otherwise: say('只有一审已裁判、尚未生效的诉讼才能登记生效', 'only a judgment that has not taken effect can take effect'),
    unless: [
      {
        when: (proceeding, context) => !isOver(proceeding, 'appeal', context),
        because: say('上诉期限尚未届满', 'the time for an appeal has not run out'),
      },
    ],
    // Art. 85.
    decide: (proceeding, _, { at }) =>
      proceeding.judgment ? concluded(proceeding, { ...proceeding.judgment, instance: 'first' }, businessDate(at)) : [],
  },
};
