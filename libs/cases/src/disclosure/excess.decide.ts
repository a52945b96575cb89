import { businessDate } from '../kernel/dates';
import { dueAfter } from '../kernel/due';
import { reject, say } from '../kernel/sentence';
import { feeFor, feesSince } from './disclosure.fees';
import { answerOf, type DisclosureRules, onceOnly, only2019, pausedSince, resumedDue } from './disclosure.grounds';
import type { Disclosure } from './disclosure.state';
import { feeTerm } from './disclosure.terms';

const handled: Disclosure['status'][] = ['received', 'handling'];

const notHandled = say(
  '只有尚未分办或承办单位已签收的公开申请才能如此处理',
  'this is possible only while the request is not yet routed, or after the handling unit has signed in',
);

const noExcess = say(
  '2019年5月15日前收到的申请不适用数量、频次明显超过合理范围的规定',
  'the 2008 regulation has no rule on excessive requests',
);

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** 2019 regulation arts 35 and 42: requests in number or frequency far beyond what is reasonable. */
export const excessRules: Pick<
  DisclosureRules,
  'RequestDisclosureReasons' | 'AnnounceDisclosureTerm' | 'NotifyDisclosureFee' | 'RecordDisclosureFeePaid'
> = {
  RequestDisclosureReasons: {
    in: handled,
    otherwise: notHandled,
    unless: [only2019(noExcess), onceOnly('reasons', say('已经要求申请人说明理由', 'reasons were asked for already'))],
    decide: (_, { text }) => [{ type: 'DisclosureReasonsRequested', data: {}, personal: { text } }],
  },
  AnnounceDisclosureTerm: {
    in: handled,
    otherwise: notHandled,
    unless: [
      only2019(noExcess),
      { when: ({ taken }) => !taken.includes('reasons'), because: say('应当先要求申请人说明理由', 'ask the applicant for reasons first') },
      onceOnly('longer-term', say('已经告知延迟答复的期限', 'a longer term was announced already')),
    ],
    decide: (disclosure, { until, reason }, context) => {
      const today = businessDate(context.at);
      if (until <= today || until <= answerOf(disclosure).due.on)
        return reject('延迟答复的期限应当晚于原期限', 'a longer term ends later than the one it takes the place of');
      const due = dueAfter(today, { amount: daysBetween(today, until), unit: 'day', rule: 'disclosure-2019-art-35' }, context);
      return [{ type: 'DisclosureLongerTermAnnounced', data: { due, until }, personal: { reason } }];
    },
  },
  NotifyDisclosureFee: {
    in: handled,
    otherwise: notHandled,
    unless: [
      {
        when: ({ regime, receivedOn }) => regime === '2008' || (receivedOn !== undefined && receivedOn < feesSince),
        because: say('2021年1月1日前收到的申请不收取信息处理费', 'no processing fee is charged for a request received before 2021'),
      },
      onceOnly('fee', say('收费通知已经发出', 'the fee was notified already')),
    ],
    decide: (disclosure, { basis, count, before }, context) => {
      if (basis === 'pages' && before !== undefined)
        return reject('按量计收不计同月此前的申请件数', 'by pages, earlier requests of the month do not count');
      const amount = feeFor(basis, count, before);
      if (amount === 0) return reject('未超过免费的数量，不收费', 'this many are free of charge');
      const today = businessDate(context.at);
      const limits = { fee: dueAfter(today, feeTerm, context) };
      return [
        {
          type: 'DisclosureFeeNotified',
          data: { since: pausedSince(disclosure, today), why: 'fee', basis, count, before, amount, limits },
        },
      ];
    },
  },
  RecordDisclosureFeePaid: {
    in: ['awaiting-fee'],
    otherwise: say('该申请没有待缴的费用', 'no fee is awaited'),
    // Until an officer finds the request abandoned: what was paid in time may be recorded after the lapse was.
    decide: (disclosure, _, context) => [
      { type: 'DisclosureFeePaid', data: { due: resumedDue(disclosure, businessDate(context.at), 'fee', context), limits: { fee: null } } },
    ],
  },
};
