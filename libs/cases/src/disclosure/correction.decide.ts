import { businessDate } from '../kernel/dates';
import type { Context } from '../kernel/context';
import { dueAfter } from '../kernel/due';
import { say } from '../kernel/sentence';
import { answerOf, type Case, type DisclosureRules, onceOnly, only2019, unanswered } from './disclosure.grounds';
import { correctionWithin, regimeOf, termsOf } from './disclosure.terms';

/** The seven days are counted from receipt; a clock that no longer starts there, after a decision, gives no new ones. */
const isLateForCorrection = (disclosure: Case, context: Context): boolean => {
  const { rule, from } = answerOf(disclosure).due;
  if (regimeOf(rule) === undefined) return true;
  return from !== undefined && businessDate(context.at) > dueAfter(from, correctionWithin, context).on;
};

export const correctionRules: Pick<DisclosureRules, 'RequestDisclosureCorrection' | 'ReceiveDisclosureCorrection'> = {
  RequestDisclosureCorrection: {
    in: unanswered,
    otherwise: say('只有正在办理的公开申请才能告知补正', 'only a request that is being handled can be sent back for correction'),
    unless: [
      only2019(
        say(
          '2019年5月15日前收到的申请，告知更改补充即为答复结果，请用“答复”登记',
          'under the 2008 regulation telling the applicant to amend is an answer: record it as one',
        ),
      ),
      onceOnly('correction', say('补正只能一次性告知', 'correction can be asked for only once')),
      {
        when: isLateForCorrection,
        because: say('补正应当自收到申请之日起7个工作日内告知', 'correction is asked for within seven working days of receipt'),
      },
    ],
    // Art. 30: once, with what is to be corrected and a reasonable period.
    decide: (_, { items, period }, context) => [
      {
        type: 'DisclosureCorrectionRequested',
        data: {
          since: businessDate(context.at),
          why: 'correction',
          limits: { correction: dueAfter(context.at, { ...period, rule: 'disclosure-2019-art-30-period' }, context) },
        },
        personal: { items },
      },
    ],
  },
  ReceiveDisclosureCorrection: {
    in: ['awaiting-correction'],
    otherwise: say('该申请没有待补正的通知', 'no correction of this request is awaited'),
    // Art. 30: the term of the answer starts anew. What comes late, but for a good reason, is taken too.
    decide: ({ regime }, { text }, context) => [
      {
        type: 'DisclosureCorrectionReceived',
        data: { due: dueAfter(context.at, termsOf(regime).answer, context), limits: { correction: null } },
        personal: { text },
      },
    ],
  },
};
