import { answerClock } from '../kernel/clocks';
import { businessDate } from '../kernel/dates';
import { dueAfter, extendedBy } from '../kernel/due';
import { reject, say } from '../kernel/sentence';
import { isOver } from '../kernel/windows';
import { consultationRules } from './consultation.decide';
import { contestRules, remedyNotice } from './contest.decide';
import { correctionRules } from './correction.decide';
import { excessRules } from './excess.decide';
import { answerOf, type DisclosureRules, notRegistered, onceOnly, only2019, open, registered, unanswered } from './disclosure.grounds';
import { isOutcomeOf } from './disclosure.outcomes';
import type { Disclosure } from './disclosure.state';
import { regimeOf, regulationOn, termsOf } from './disclosure.terms';
import { noticeRules } from './notices.decide';

/** Art. 31: what is handed in or signed for is received on that day; a letter is signed for unless it is said to be ordinary mail. */
const isCertain = ({ channel, delivery }: Disclosure): boolean =>
  channel === 'in-person' || channel === 'system' || (channel === 'letter' && delivery !== 'ordinary');

const onceExtended = onceOnly('extension', say('答复期限只能延长一次', 'the term can be extended only once'));

const waiting = (status: Disclosure['status'], zh: string, en: string) => ({
  when: (disclosure: Disclosure) => disclosure.status === status,
  because: say(zh, en),
});

export const disclosureRules: DisclosureRules = {
  RegisterDisclosure: {
    in: ['absent'],
    otherwise: say('该公开申请已经登记', 'this request is already registered'),
    decide: (_, { applicant, identity, contact, text, ...told }, context) => {
      const receivedOn = businessDate(context.at);
      const regulation = regulationOn(receivedOn);
      if (!regulation)
        return reject(
          '2008年5月1日《条例》施行前不受理公开申请',
          'no request can be received before the regulation came into force on 2008-05-01',
        );
      if (told.delivery && told.channel !== 'letter') return reject('只有信函申请填写邮寄方式', 'only a letter is delivered by post');
      const due = dueAfter(receivedOn, regulation.answer, context);
      return [
        {
          type: 'DisclosureRegistered',
          data: { caseNumber: context.caseNumber, ...told, due },
          personal: { applicant, identity, contact, text },
        },
      ];
    },
  },
  ConfirmDisclosureReceipt: {
    in: ['received', 'routed'],
    otherwise: say('只有尚未签收的公开申请才能登记确认收到', 'receipt is confirmed before the handling unit signs in'),
    unless: [
      only2019(
        say('2019年5月15日前收到的申请自收到之日起计算期限', 'under the 2008 regulation the term runs from receipt without confirmation'),
      ),
      { when: isCertain, because: say('当面提交或签收的申请，收到之日已经确定', 'handed in or signed for: the day of receipt is certain') },
      onceOnly('confirmation', say('已经与申请人确认收到', 'receipt was confirmed already')),
      onceExtended,
    ],
    // Art. 31(2) and (3): the day on which it is confirmed with the applicant is the day of receipt, and the term starts with it.
    decide: ({ regime }, _, context) => [
      { type: 'DisclosureReceiptConfirmed', data: { due: dueAfter(businessDate(context.at), termsOf(regime).answer, context) } },
    ],
  },
  RecordDisclosureSplit: {
    in: registered,
    otherwise: notRegistered,
    decide: ({ parts }, { part }) => (parts.includes(part) ? [] : [{ type: 'DisclosureSplit', data: { part } }]),
  },
  RouteDisclosure: {
    in: ['received'],
    otherwise: say('只有已登记、尚未分办的公开申请才能分办', 'only a registered request that is not yet routed can be routed'),
    decide: (_, { unit, instruction }) => [{ type: 'DisclosureRouted', data: { unit }, personal: { instruction } }],
  },
  SignInDisclosure: {
    in: ['routed'],
    otherwise: say('只有已分办、尚未签收的公开申请才能签收', 'only a routed request can be signed in'),
    decide: () => [{ type: 'DisclosureSignedIn', data: {} }],
  },
  ...correctionRules,
  ...consultationRules,
  ...excessRules,
  ...noticeRules,
  ExtendDisclosure: {
    in: unanswered,
    otherwise: say('只有尚未答复的公开申请才能延长期限', 'only a request that is not yet answered can be extended'),
    unless: [
      onceExtended,
      {
        when: (disclosure) => regimeOf(answerOf(disclosure).due.rule) === undefined,
        because: say('另行告知或者决定确定的期限不得延长', 'a term that was announced, or that a decision set, is not extended'),
      },
      {
        when: (disclosure, context) => isOver(disclosure, answerClock, context),
        because: say('答复期限已经届满，不能再延长', 'the term has run out and can no longer be extended'),
      },
    ],
    // 2008 art. 24 ¶2, 2019 art. 33 ¶2: by the regulation of receipt, with the consent of the head of the disclosure body.
    decide: (disclosure, { reason, approvedBy }, context) => {
      const due = extendedBy(answerOf(disclosure).due, termsOf(disclosure.regime).extension, context);
      return [{ type: 'DisclosureExtended', data: { due, approvedBy }, personal: { reason } }];
    },
  },
  AnswerDisclosure: {
    in: ['received', 'handling', 'awaiting-correction', 'consulting', 'awaiting-fee'],
    otherwise: say(
      '只有尚未分办或承办单位已签收的公开申请才能答复',
      'only a request that is not yet routed, or that the handling unit has signed in, can be answered',
    ),
    unless: [
      waiting('awaiting-correction', '正在等待申请人补正', 'the applicant has been asked to correct the request'),
      waiting(
        'consulting',
        '正在征求意见，收到意见或者期限届满后再答复',
        'others are being consulted: the answer waits for them or for their time to pass',
      ),
      waiting('awaiting-fee', '正在等待申请人缴费', 'the fee has not been paid yet'),
    ],
    decide: ({ unit, regime }, { outcome, text, ...told }, { at, by }) =>
      isOutcomeOf(regime, outcome)
        ? [
            {
              type: 'DisclosureAnswered',
              data: { unit: unit ?? by.unit, outcome, remedy: remedyNotice(outcome, businessDate(at)), ...told },
              personal: { text },
            },
          ]
        : reject('该结果不是该申请所适用条例的答复结果', `"${outcome}" is no outcome under the ${regime} regulation`),
  },
  WithdrawDisclosure: {
    in: open,
    otherwise: say('只有尚未答复的公开申请才能撤回', 'only a request that is not yet answered can be withdrawn'),
    // The form of 2021 counts it under other handling; that of 2014 has no row for it.
    decide: ({ regime }, { statement }) => [
      {
        type: 'DisclosureWithdrawn',
        data: { disposal: regime === '2019' ? 'other-other' : 'withdrawn', ground: 'withdrawn' },
        personal: { statement },
      },
    ],
  },
  CloseDisclosure: {
    in: ['answered'],
    otherwise: say('只有已答复、尚未归档的公开申请才能归档', 'only an answered request can be archived'),
    decide: () => [{ type: 'DisclosureClosed', data: {} }],
  },
  ...contestRules,
};
