import type { Decision } from '../kernel/decider';
import type { EventOf } from '../kernel/definitions';
import { reject, say } from '../kernel/sentence';
import type { inquiryEvents } from './inquiry.events';
import { answerDue, type InquiryRules } from './inquiry.terms';

type Event = EventOf<typeof inquiryEvents>;

/** From the question that is posted to the one that is given to a unit, or to nobody. */
export const screening: Pick<InquiryRules, 'RegisterInquiry' | 'AcceptInquiry' | 'RejectInquiry'> = {
  RegisterInquiry: {
    in: ['absent'],
    otherwise: say('该网络问政已经登记', 'this inquiry is already registered'),
    decide: (_, { netizen, phone, text, ...data }, context) => [
      {
        type: 'InquiryRegistered',
        data: { caseNumber: context.caseNumber, ...data, due: answerDue('inquiry-ordinary', context) },
        personal: { netizen, phone, text },
      },
    ],
  },
  AcceptInquiry: {
    in: ['received'],
    otherwise: say('只有已登记、尚未审查的网络问政才能审查', 'only a registered inquiry that is not yet screened can be taken up'),
    decide: () => [{ type: 'InquiryAccepted', data: {} }],
  },
  RejectInquiry: {
    in: ['received', 'accepted'],
    otherwise: say('只有尚未转办的网络问政才能不予受理', 'only an inquiry that is not assigned can be turned away'),
    decide: (_, { ground, reference, notice }): Decision<Event> => {
      // A matter is not alive in two channels: here it ends, whatever becomes of it there.
      if (ground === 'petition')
        return [{ type: 'InquiryTransferred', data: { disposal: 'transferred', ground, reference }, personal: { notice } }];
      if (ground === 'duplicate' && reference === undefined)
        return reject('请注明所重复的办件编号', 'name the number of the case that it repeats');
      return [{ type: 'InquiryNotAccepted', data: { disposal: 'not-accepted', ground, reference }, personal: { notice } }];
    },
  },
};
