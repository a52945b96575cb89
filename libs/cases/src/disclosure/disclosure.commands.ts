import { command } from '../kernel/definitions';
import { say } from '../kernel/sentence';
import { CaseId, Channel, Label, Text, UnitCode } from '../kernel/shapes';
import { ApplicantType, DisclosureOutcome, ProceedingOutcome } from './disclosure.events';

export const disclosureCommands = {
  RegisterDisclosure: command({
    path: 'register',
    title: say('登记公开申请', 'Register a disclosure request'),
    by: ['office', 'intake'],
    intake: 'received',
    shape: { channel: Channel, kind: ApplicantType, matter: Label, applicant: Label, contact: Label.optional(), text: Text },
  }),
  RouteDisclosure: command({
    path: 'route',
    title: say('分办', 'Route to the handling unit'),
    by: ['office'],
    shape: { unit: UnitCode, instruction: Text.optional() },
  }),
  SignInDisclosure: command({ path: 'sign-in', title: say('签收', 'Sign in'), by: ['unit'], shape: {} }),
  ExtendDisclosure: command({ path: 'extend', title: say('延长答复期限', 'Extend the term'), by: ['office'], shape: { reason: Text } }),
  AnswerDisclosure: command({
    path: 'answer',
    title: say('答复', 'Answer'),
    by: ['office', 'unit'],
    shape: { outcome: DisclosureOutcome, text: Text },
  }),
  CloseDisclosure: command({ path: 'close', title: say('归档', 'Archive'), by: ['office'], shape: {} }),
  RecordDisclosureAppeal: command({
    path: 'record-appeal',
    title: say('记录行政复议', 'Record a reconsideration'),
    by: ['policy'],
    shape: { proceeding: CaseId },
  }),
  RecordDisclosureAppealOutcome: command({
    path: 'record-appeal-outcome',
    title: say('记录行政复议结果', 'Record how a reconsideration ended'),
    by: ['policy'],
    shape: { proceeding: CaseId, outcome: ProceedingOutcome },
  }),
  RecordDisclosureLitigation: command({
    path: 'record-litigation',
    title: say('记录行政诉讼', 'Record a lawsuit'),
    by: ['policy'],
    shape: { proceeding: CaseId },
  }),
  RecordDisclosureLitigationOutcome: command({
    path: 'record-litigation-outcome',
    title: say('记录行政诉讼结果', 'Record how a lawsuit ended'),
    by: ['policy'],
    shape: { proceeding: CaseId, outcome: ProceedingOutcome },
  }),
} as const;
