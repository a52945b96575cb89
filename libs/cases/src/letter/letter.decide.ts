import { dueAfter, type Term } from '../kernel/due';
import type { Rules } from '../kernel/decider';
import { say } from '../kernel/sentence';
import type { letterCommands } from './letter.commands';
import type { letterEvents } from './letter.events';
import type { Letter } from './letter.state';

// No statute sets a term for letters; ten working days is the longer of Shenyang's two. A local default.
export const ordinaryTerm: Term = { amount: 10, unit: 'working-day', rule: 'letter-ordinary' };

export const letterRules: Rules<Letter, typeof letterCommands, typeof letterEvents> = {
  RegisterLetter: {
    in: ['absent'],
    otherwise: say('该来信已经登记', 'this letter is already registered'),
    decide: (_, { channel, addressee, matter, area, ...personal }, context) => [
      {
        type: 'LetterRegistered',
        data: { caseNumber: context.caseNumber, channel, addressee, matter, area, due: dueAfter(context.at, ordinaryTerm, context) },
        personal,
      },
    ],
  },
  RouteLetter: {
    in: ['received'],
    otherwise: say('只有已登记、尚未转办的来信才能转办', 'only a registered letter that is not yet assigned can be assigned'),
    decide: (_, { unit, instruction }) => [{ type: 'LetterRouted', data: { unit }, personal: { instruction } }],
  },
  SignInLetter: {
    in: ['routed'],
    otherwise: say('只有已转办、尚未签收的来信才能签收', 'only an assigned letter can be signed in'),
    decide: () => [{ type: 'LetterSignedIn', data: {} }],
  },
  AnswerLetter: {
    in: ['handling'],
    otherwise: say('只有承办单位已签收的来信才能回复', 'only a letter that the handling unit has signed in can be replied to'),
    decide: (letter, { text }, { by }) => [
      { type: 'LetterAnswered', data: { unit: 'unit' in letter ? letter.unit : by.unit }, personal: { text } },
    ],
  },
  RateLetter: {
    in: ['answered'],
    otherwise: say('只有已回复、尚未评价的来信才能评价', 'only a letter that is replied to and not yet rated can be rated'),
    decide: (_, { rating, comment }) => [{ type: 'LetterRated', data: { rating }, personal: { comment } }],
  },
  CloseLetter: {
    in: ['answered', 'rated'],
    otherwise: say('只有已回复的来信才能办结', 'only a letter that is replied to can be closed'),
    decide: () => [{ type: 'LetterClosed', data: {} }],
  },
};
