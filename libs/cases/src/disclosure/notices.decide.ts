import { clocksOf } from '../kernel/clocks';
import { dueAfter } from '../kernel/due';
import { reject, say } from '../kernel/sentence';
import { isOver } from '../kernel/windows';
import { Notice } from './disclosure.events';
import { type Case, type DisclosureRules, pausedSince } from './disclosure.grounds';

const noTerm = say('该申请没有正在计期限的通知', 'no notice on this request has a term that runs');

const disposals = { 'awaiting-correction': 'other-correction-lapsed', 'awaiting-fee': 'other-fee-unpaid' } as const;

type Awaiting = keyof typeof disposals;

const awaited = ({ status }: Case) => (status === 'awaiting-fee' ? 'fee' : 'correction');

/** What follows from the letters that set others a term. */
export const noticeRules: Pick<DisclosureRules, 'RecordDisclosureNoticeServed' | 'CloseLapsedDisclosure'> = {
  RecordDisclosureNoticeServed: {
    in: ['awaiting-correction', 'consulting', 'awaiting-fee'],
    otherwise: noTerm,
    unless: [
      {
        when: (disclosure) => !Notice.options.some((notice) => clocksOf(disclosure)[notice]),
        because: noTerm,
      },
    ],
    // Each of these terms runs from the day on which the letter was received: arts 30, 32, 34, 国办函〔2020〕109号.
    decide: (disclosure, { notice, on }, context) => {
      const due = clocksOf(disclosure)[notice]?.due;
      if (!due?.amount || !due.unit) return reject('该通知没有正在计算的期限', 'no term runs from this notice');
      if (on < pausedSince(disclosure, on)) return reject('送达日期早于发出日期', 'a notice is not served before it is sent');
      if (due.from === on) return [];
      const { amount, unit, rule } = due;
      return [
        { type: 'DisclosureNoticeServed', data: { notice, on, limits: { [notice]: dueAfter(on, { amount, unit, rule }, context) } } },
      ];
    },
  },
  CloseLapsedDisclosure: {
    in: ['awaiting-correction', 'awaiting-fee'],
    otherwise: say('该申请没有待补正或者待缴费的通知', 'neither a correction nor a fee is awaited'),
    unless: [
      {
        when: (disclosure, context) => !isOver(disclosure, awaited(disclosure), context),
        because: say('补正或者缴费期限尚未届满', 'the period for it has not run out'),
      },
    ],
    // Art. 30, 国办函〔2020〕109号: deemed abandoned. That there was no good reason is for an officer to find.
    decide: ({ status }) => [{ type: 'DisclosureAbandoned', data: { disposal: disposals[status as Awaiting] } }],
  },
};
