import type { Decision } from '../kernel/decider';
import type { EventOf } from '../kernel/definitions';
import { reject, say } from '../kernel/sentence';
import type { letterEvents } from './letter.events';
import { unanswered } from './letter.state';
import { answerDue, type LetterRules } from './letter.terms';

type Event = EventOf<typeof letterEvents>;

/** From the letter that comes in to the one that is given to a unit, or to nobody. */
export const screening: Pick<LetterRules, 'RegisterLetter' | 'AcceptLetter' | 'RejectLetter' | 'InstructLetter'> = {
  RegisterLetter: {
    in: ['absent'],
    otherwise: say('该来信已经登记', 'this letter is already registered'),
    decide: (_, { sender, phone, text, ...data }, context) => [
      {
        type: 'LetterRegistered',
        data: { caseNumber: context.caseNumber, ...data, due: answerDue('letter-ordinary', context) },
        personal: { sender, phone, text },
      },
    ],
  },
  AcceptLetter: {
    in: ['received'],
    otherwise: say('只有已登记、尚未审查的来信才能审查', 'only a registered letter that is not yet screened can be taken up'),
    decide: () => [{ type: 'LetterAccepted', data: {} }],
  },
  RejectLetter: {
    in: ['received', 'accepted'],
    otherwise: say('只有尚未转办的来信才能不予受理', 'only a letter that is not assigned can be turned away'),
    decide: (_, { ground, reference, notice }): Decision<Event> => {
      // A matter is not alive in two channels: here it ends, whatever becomes of it there.
      if (ground === 'petition')
        return [{ type: 'LetterTransferred', data: { disposal: 'transferred', ground, reference }, personal: { notice } }];
      if (ground === 'duplicate' && reference === undefined)
        return reject('请注明所重复的办件编号', 'name the number of the case that it repeats');
      return [{ type: 'LetterNotAccepted', data: { disposal: 'not-accepted', ground, reference }, personal: { notice } }];
    },
  },
  InstructLetter: {
    in: [...unanswered, 'answered', 'rated'],
    otherwise: say('只有尚未办结的来信才能登记领导批示', "only a letter that is not closed can get a leader's instruction"),
    decide: (_, { leader, text }) => [{ type: 'LetterInstructed', data: { leader }, personal: { text } }],
  },
};
