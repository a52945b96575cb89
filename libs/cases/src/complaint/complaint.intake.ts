import type { Rules } from '../kernel/decider';
import { say } from '../kernel/sentence';
import type { complaintEvents } from './complaint.events';
import type { intakeCommands } from './complaint.intake.commands';
import { type Complaint, unanswered } from './complaint.state';
import { answerDue } from './complaint.terms';

const notRouted = say(
  '只有尚未派单的投诉才能由热线直接办理',
  'only a complaint that is not yet routed can be settled by the hotline itself',
);

export const intakeRules: Rules<Complaint, typeof intakeCommands, typeof complaintEvents> = {
  RegisterComplaint: {
    in: ['absent'],
    otherwise: say('该投诉已经登记', 'this complaint is already registered'),
    decide: (_, { complainant, phone, address, text, ...facts }, context) => [
      {
        type: 'ComplaintRegistered',
        data: { caseNumber: context.caseNumber, ...facts, due: answerDue(facts, context) },
        personal: { complainant, phone, address, text },
      },
    ],
  },
  AnswerComplaintDirectly: {
    in: ['received'],
    otherwise: say('只有尚未派单的投诉才能由热线直接答复', 'only a complaint that is not yet routed can be answered directly'),
    decide: (_, { text }, { by }) => [{ type: 'ComplaintAnsweredDirectly', data: { unit: by.unit }, personal: { text } }],
  },
  TransferComplaintToEmergency: {
    in: ['received'],
    otherwise: notRouted,
    decide: (_, { line }) => [{ type: 'ComplaintTransferredToEmergency', data: { disposal: 'emergency', line } }],
  },
  DeclineComplaint: {
    in: ['received'],
    otherwise: notRouted,
    decide: (_, { ground, told, text }) => [
      { type: 'ComplaintDeclined', data: { disposal: 'not-accepted', ground, told }, personal: { text } },
    ],
  },
  RemindComplaint: {
    in: unanswered,
    otherwise: say('只有尚未答复的投诉才能催办', 'only a complaint that is not yet answered can be reminded of'),
    decide: (_, { text }) => [{ type: 'ComplaintReminded', data: {}, personal: { text } }],
  },
  SupplementComplaint: {
    in: unanswered,
    otherwise: say('只有尚未答复的投诉才能补充情况', 'only a complaint that is not yet answered can be supplemented'),
    decide: (_, { text }) => [{ type: 'ComplaintSupplemented', data: {}, personal: { text } }],
  },
};
