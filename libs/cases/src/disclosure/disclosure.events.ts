import { z } from 'zod';
import { event } from '../kernel/definitions';
import { say } from '../kernel/sentence';
import { Due } from '../kernel/due';
import { CaseId, CaseNumber, Channel, Label, Text, UnitCode } from '../kernel/shapes';

/** Who applies; the columns of the 2019 and 2021 forms. A lawyer acting for a person counts under the person. */
export const ApplicantType = z.enum([
  'natural-person',
  'enterprise',
  'research-institution',
  'public-interest-organisation',
  'legal-service-institution',
  'other',
]);

/** How a request was answered; the reply rows of the 2014 form. `not-stated` when the record does not say. */
export const DisclosureOutcome = z.enum([
  'already-public',
  'granted',
  'partly-granted',
  'refused-state-secret',
  'refused-trade-secret',
  'refused-privacy',
  'refused-security-stability',
  'refused-not-gov-info',
  'refused-other-law',
  'not-this-agency',
  'not-existing',
  'told-to-amend',
  'told-other-channel',
  'not-stated',
]);

export const ProceedingOutcome = z.enum(['upheld', 'corrected', 'other']);

const proceeding = { proceeding: CaseId };

export const disclosureEvents = {
  DisclosureRegistered: event(
    'received',
    say('收到公开申请', 'Disclosure request received'),
    { caseNumber: CaseNumber, channel: Channel, kind: ApplicantType, matter: Label, due: Due },
    { applicant: Label, contact: Label.optional(), text: Text },
  ),
  DisclosureRouted: event('routed', say('分办', 'Routed to the handling unit'), { unit: UnitCode }, { instruction: Text.optional() }),
  DisclosureSignedIn: event('signed-in', say('签收', 'Signed in by the handling unit'), {}),
  DisclosureExtended: event('extended', say('延长答复期限', 'Term extended'), { due: Due }, { reason: Text }),
  DisclosureAnswered: event(
    'answered',
    say('答复申请人', 'Answered to the applicant'),
    { unit: UnitCode, outcome: DisclosureOutcome },
    { text: Text },
  ),
  DisclosureClosed: event('closed', say('归档', 'Archived'), {}),
  DisclosureAppealed: event('appealed', say('申请人提起行政复议', 'Contested by reconsideration'), proceeding),
  DisclosureAppealConcluded: event('appeal-concluded', say('行政复议审结', 'Reconsideration concluded'), {
    ...proceeding,
    outcome: ProceedingOutcome,
  }),
  DisclosureLitigated: event('litigated', say('申请人提起行政诉讼', 'Contested in court'), proceeding),
  DisclosureLitigationConcluded: event('litigation-concluded', say('行政诉讼审结', 'Litigation concluded'), {
    ...proceeding,
    outcome: ProceedingOutcome,
  }),
} as const;
