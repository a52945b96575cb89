import { businessDate } from '../kernel/dates';
import { reject, say } from '../kernel/sentence';
import { windowOf } from '../policies/remedies';
import { filingRules } from './filing.decide';
import { judgmentRules } from './judgment.decide';
import { concluded, limitFrom, onceOnly, type ProceedingRules } from './proceeding.grounds';
import { reviewRules } from './review.decide';

export const proceedingRules: ProceedingRules = {
  ...filingRules,
  ...reviewRules,
  ...judgmentRules,
  ConcludeProceeding: {
    in: ['filed', 'correcting', 'reviewing', 'suspended', 'judged', 'second-instance'],
    otherwise: say('只有已立案、尚未审结的复议诉讼才能登记结果', 'only a filed proceeding that is still open can be concluded'),
    decide: (proceeding, ending, { at }) => concluded(proceeding, ending, businessDate(at)),
  },
  ServeProceedingDecision: {
    in: ['concluded'],
    otherwise: say('只有已审结的复议诉讼才能登记送达', 'a decision is served when there is one'),
    unless: [onceOnly('service', say('该决定已经送达', 'this decision was served already'))],
    // Administrative Litigation Law art. 45: from receipt of a reconsideration decision the claimant has fifteen days to sue.
    decide: ({ kind }, { on: given }, context) => {
      const today = businessDate(context.at);
      const on = given ?? today;
      if (on > today) return reject('送达日期不能晚于登记日期', 'a decision is not served in the future');
      const suit = limitFrom(on, windowOf('suit-after-reconsideration', on), context);
      return [{ type: 'ProceedingDecisionServed', data: { on, ...(kind === 'reconsideration' && { limits: { litigation: suit } }) } }];
    },
  },
};
