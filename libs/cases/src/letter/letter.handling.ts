import { answerClock, clocksOf } from '../kernel/clocks';
import { extendedBy } from '../kernel/due';
import { extensionGrounds } from '../kernel/extension';
import { say } from '../kernel/sentence';
import { isOver } from '../kernel/windows';
import { unanswered, unitOf } from './letter.state';
import { type LetterRules, started } from './letter.terms';

/** Between the office and the unit: assignment, sign-in, return, more time. */
export const handling: Pick<
  LetterRules,
  'RouteLetter' | 'SignInLetter' | 'RequestLetterReturn' | 'ApproveLetterReturn' | 'RefuseLetterReturn' | 'ExtendLetter'
> = {
  RouteLetter: {
    in: ['received', 'accepted'],
    otherwise: say('只有已登记、尚未转办的来信才能转办', 'only a registered letter that is not yet assigned can be assigned'),
    decide: (_, { unit, instruction }, context) => [
      { type: 'LetterRouted', data: { unit, limits: { return: started('return', context) } }, personal: { instruction } },
    ],
  },
  SignInLetter: {
    in: ['routed'],
    otherwise: say('只有已转办、尚未签收的来信才能签收', 'only an assigned letter can be signed in'),
    decide: () => [{ type: 'LetterSignedIn', data: {} }],
  },
  RequestLetterReturn: {
    in: ['routed', 'handling'],
    otherwise: say(
      '只有正在办理、尚未拟稿的来信才能申请退回',
      'only a letter that a unit has and has not drafted a reply to can be given back',
    ),
    unless: [
      {
        when: (letter, context) => isOver(letter, 'return', context),
        because: say('退回期限已过，或退回申请未获同意', 'the time for giving it back is over, or giving it back was refused'),
      },
    ],
    decide: (letter, { ground, reason }) => [
      { type: 'LetterReturnRequested', data: { unit: unitOf(letter), ground }, personal: { reason } },
    ],
  },
  ApproveLetterReturn: {
    in: ['return-review'],
    otherwise: say('承办单位没有申请退回', 'the unit has not asked to give it back'),
    decide: (letter, { note }) => [
      { type: 'LetterReturned', data: { unit: unitOf(letter), limits: { return: null } }, personal: { note } },
    ],
  },
  RefuseLetterReturn: {
    in: ['return-review'],
    otherwise: say('承办单位没有申请退回', 'the unit has not asked to give it back'),
    // Decided once: a unit does not ask again (as Weifang 2021 has it for the hotline).
    decide: (_, { reason }) => [{ type: 'LetterReturnRefused', data: { limits: { return: null } }, personal: { reason } }],
  },
  ExtendLetter: {
    in: unanswered,
    otherwise: say('只有尚未回复的来信才能延期', 'only a letter that is not yet replied to can be extended'),
    unless: extensionGrounds(({ letter }) => letter.extension.most),
    decide: (letter, { reason }, context) => {
      const clock = clocksOf(letter)[answerClock];
      const extension = { ...context.local.letter.extension.by, rule: 'letter-extension' };
      return clock ? [{ type: 'LetterExtended', data: { due: extendedBy(clock.due, extension, context) }, personal: { reason } }] : [];
    },
  },
};
