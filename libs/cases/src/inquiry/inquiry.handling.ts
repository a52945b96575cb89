import { answerClock, clocksOf } from '../kernel/clocks';
import { extendedBy } from '../kernel/due';
import { extensionGrounds } from '../kernel/extension';
import { say } from '../kernel/sentence';
import { isOver } from '../kernel/windows';
import { unanswered, unitOf } from './inquiry.state';
import { type InquiryRules, started } from './inquiry.terms';

/** Between the office and the unit: assignment, sign-in, return, more time. */
export const handling: Pick<
  InquiryRules,
  'RouteInquiry' | 'SignInInquiry' | 'RequestInquiryReturn' | 'ApproveInquiryReturn' | 'RefuseInquiryReturn' | 'ExtendInquiry'
> = {
  RouteInquiry: {
    in: ['received', 'accepted'],
    otherwise: say('只有已登记、尚未转办的网络问政才能转办', 'only a registered inquiry that is not yet assigned can be assigned'),
    decide: (_, { unit, instruction }, context) => [
      { type: 'InquiryRouted', data: { unit, limits: { return: started('return', context) } }, personal: { instruction } },
    ],
  },
  SignInInquiry: {
    in: ['routed'],
    otherwise: say('只有已转办、尚未签收的网络问政才能签收', 'only an assigned inquiry can be signed in'),
    decide: () => [{ type: 'InquirySignedIn', data: {} }],
  },
  RequestInquiryReturn: {
    in: ['routed', 'handling'],
    otherwise: say(
      '只有正在办理、尚未拟稿的网络问政才能申请退回',
      'only an inquiry that a unit has and has not drafted a response to can be given back',
    ),
    unless: [
      {
        when: (inquiry, context) => isOver(inquiry, 'return', context),
        because: say('退回期限已过，或退回申请未获同意', 'the time for giving it back is over, or giving it back was refused'),
      },
    ],
    decide: (inquiry, { ground, reason }) => [
      { type: 'InquiryReturnRequested', data: { unit: unitOf(inquiry), ground }, personal: { reason } },
    ],
  },
  ApproveInquiryReturn: {
    in: ['return-review'],
    otherwise: say('承办单位没有申请退回', 'the unit has not asked to give it back'),
    decide: (inquiry, { note }) => [
      { type: 'InquiryReturned', data: { unit: unitOf(inquiry), limits: { return: null } }, personal: { note } },
    ],
  },
  RefuseInquiryReturn: {
    in: ['return-review'],
    otherwise: say('承办单位没有申请退回', 'the unit has not asked to give it back'),
    // Decided once: a unit does not ask again (as Weifang 2021 has it for the hotline).
    decide: (_, { reason }) => [{ type: 'InquiryReturnRefused', data: { limits: { return: null } }, personal: { reason } }],
  },
  ExtendInquiry: {
    in: unanswered,
    otherwise: say('只有尚未回应的网络问政才能延期', 'only an inquiry that is not yet responded to can be extended'),
    unless: extensionGrounds(({ inquiry }) => inquiry.extension.most),
    decide: (inquiry, { reason }, context) => {
      const clock = clocksOf(inquiry)[answerClock];
      const extension = { ...context.local.inquiry.extension.by, rule: 'inquiry-extension' };
      return clock ? [{ type: 'InquiryExtended', data: { due: extendedBy(clock.due, extension, context) }, personal: { reason } }] : [];
    },
  },
};
