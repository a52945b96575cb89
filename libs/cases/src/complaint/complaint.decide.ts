import { dueAfter, type Term } from '../kernel/due';
import type { Rules } from '../kernel/decider';
import { say } from '../kernel/sentence';
import type { complaintCommands } from './complaint.commands';
import type { complaintEvents } from './complaint.events';
import type { Complaint } from './complaint.state';

// Five working days to reply and report back: Jinan hotline regulation 2018, Weifang 2021. A local default.
export const ordinaryTerm: Term = { amount: 5, unit: 'working-day', rule: 'hotline-ordinary' };

export const complaintRules: Rules<Complaint, typeof complaintCommands, typeof complaintEvents> = {
  RegisterComplaint: {
    in: ['absent'],
    otherwise: say('该投诉已经登记', 'this complaint is already registered'),
    decide: (_, { channel, kind, matter, area, ...personal }, context) => [
      {
        type: 'ComplaintRegistered',
        data: { caseNumber: context.caseNumber, channel, kind, matter, area, due: dueAfter(context.at, ordinaryTerm, context) },
        personal,
      },
    ],
  },
  RouteComplaint: {
    in: ['received'],
    otherwise: say('只有已登记、尚未转办的投诉才能派单', 'only a registered complaint that is not yet routed can be routed'),
    decide: (_, { unit, instruction }) => [{ type: 'ComplaintRouted', data: { unit }, personal: { instruction } }],
  },
  SignInComplaint: {
    in: ['routed'],
    otherwise: say('只有已派单、尚未签收的投诉才能签收', 'only a routed complaint can be signed in'),
    decide: () => [{ type: 'ComplaintSignedIn', data: {} }],
  },
  AnswerComplaintDirectly: {
    in: ['received'],
    otherwise: say('只有尚未派单的投诉才能由热线直接答复', 'only a complaint that is not yet routed can be answered directly'),
    decide: (_, { text }, { by }) => [{ type: 'ComplaintAnsweredDirectly', data: { unit: by.unit }, personal: { text } }],
  },
  AnswerComplaint: {
    in: ['handling'],
    otherwise: say('只有承办单位已签收的投诉才能答复', 'only a complaint that the handling unit has signed in can be answered'),
    decide: (complaint, { text }, { by }) => [
      { type: 'ComplaintAnswered', data: { unit: 'unit' in complaint ? complaint.unit : by.unit }, personal: { text } },
    ],
  },
  RecordComplaintFollowUp: {
    in: ['answered'],
    otherwise: say('只有已答复、尚未评价的投诉才能记录回访', 'only an answered complaint that is not yet rated can be followed up'),
    decide: (_, { rating, askedBy, comment }) => [{ type: 'ComplaintRated', data: { rating, askedBy }, personal: { comment } }],
  },
  RemindComplaint: {
    in: ['received', 'routed', 'handling'],
    otherwise: say('只有尚未答复的投诉才能催办', 'only a complaint that is not yet answered can be reminded of'),
    decide: (_, { text }) => [{ type: 'ComplaintReminded', data: {}, personal: { text } }],
  },
  SupplementComplaint: {
    in: ['received', 'routed', 'handling'],
    otherwise: say('只有尚未答复的投诉才能补充情况', 'only a complaint that is not yet answered can be supplemented'),
    decide: (_, { text }) => [{ type: 'ComplaintSupplemented', data: {}, personal: { text } }],
  },
  CloseComplaint: {
    in: ['answered', 'rated'],
    otherwise: say('只有已答复的投诉才能办结', 'only an answered complaint can be closed'),
    decide: () => [{ type: 'ComplaintClosed', data: {} }],
  },
};
