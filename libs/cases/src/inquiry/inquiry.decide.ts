import { dueAfter, type Term } from '../kernel/due';
import type { Rules } from '../kernel/decider';
import { say } from '../kernel/sentence';
import type { inquiryCommands } from './inquiry.commands';
import type { inquiryEvents } from './inquiry.events';
import type { Inquiry } from './inquiry.state';

// Five working days, as interview questions left open on government sites (Xuancheng). A local default.
export const ordinaryTerm: Term = { amount: 5, unit: 'working-day', rule: 'inquiry-ordinary' };

export const inquiryRules: Rules<Inquiry, typeof inquiryCommands, typeof inquiryEvents> = {
  RegisterInquiry: {
    in: ['absent'],
    otherwise: say('该网络问政已经登记', 'this inquiry is already registered'),
    decide: (_, { channel, matter, area, ...personal }, context) => [
      {
        type: 'InquiryRegistered',
        data: { caseNumber: context.caseNumber, channel, matter, area, due: dueAfter(context.at, ordinaryTerm, context) },
        personal,
      },
    ],
  },
  RouteInquiry: {
    in: ['received'],
    otherwise: say('只有已登记、尚未转办的网络问政才能转办', 'only a registered inquiry that is not yet assigned can be assigned'),
    decide: (_, { unit, instruction }) => [{ type: 'InquiryRouted', data: { unit }, personal: { instruction } }],
  },
  SignInInquiry: {
    in: ['routed'],
    otherwise: say('只有已转办、尚未签收的网络问政才能签收', 'only an assigned inquiry can be signed in'),
    decide: () => [{ type: 'InquirySignedIn', data: {} }],
  },
  AnswerInquiry: {
    in: ['handling'],
    otherwise: say('只有承办单位已签收的网络问政才能回应', 'only an inquiry that the handling unit has signed in can be responded to'),
    decide: (inquiry, { text }, { by }) => [
      { type: 'InquiryAnswered', data: { unit: 'unit' in inquiry ? inquiry.unit : by.unit }, personal: { text } },
    ],
  },
  RateInquiry: {
    in: ['answered'],
    otherwise: say('只有已回应、尚未评价的网络问政才能评价', 'only an inquiry that is responded to and not yet rated can be rated'),
    decide: (_, { rating, comment }) => [{ type: 'InquiryRated', data: { rating }, personal: { comment } }],
  },
  CloseInquiry: {
    in: ['answered', 'rated'],
    otherwise: say('只有已回应的网络问政才能办结', 'only an inquiry that is responded to can be closed'),
    decide: () => [{ type: 'InquiryClosed', data: {} }],
  },
};
