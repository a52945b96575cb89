import { z } from 'zod';

/** What a caller may want; classes of the hotline work order (GB/T 33358-2016). */
export const ComplaintKind = z.enum(['enquiry', 'help', 'complaint', 'report', 'suggestion', 'praise']);

export const Urgency = z.enum(['ordinary', 'urgent']);

/** The lines that are not merged into 12345 (State Council Office 2020 no. 53): such a call is handed over at once. */
export const EmergencyLine = z.enum(['110', '119', '120', '122']);

/** Not accepted: Weifang 2021 and Beijing 2021 name the same list; `no-new-facts` is Jinan 2018, the same facts once more. */
export const DeclineGround = z.enum([
  'litigation',
  'arbitration',
  'reconsideration',
  'discipline',
  'disclosure',
  'petition',
  'state-secret',
  'already-concluded',
  'no-new-facts',
  'out-of-jurisdiction',
]);

/** Why a unit says that an order is not its own. */
export const ReturnGround = z.enum(['not-responsible', 'other-area', 'other-lead', 'duplicate', 'incomplete']);

/** Why a reply is not good enough; in one month Yueyang county sent seven back because nobody had rung the caller. */
export const SendBackGround = z.enum(['caller-not-contacted', 'beside-the-point', 'facts-unclear', 'unsolved', 'caller-dissatisfied']);

/** Why a complaint is put under supervision (督办): Jinan 2018 (late, unsolved again and again), Weifang 2021 (refusal, bad effect). */
export const EscalationGround = z.enum(['late', 'refusal', 'unsolved', 'repeated', 'bad-effect']);

/** Why handling ends without an answer; proposed by the unit in writing, decided by the hotline (Weifang 2021 art. 21). */
export const TerminationGround = z.enum(['withdrawn', 'legal-procedure', 'false-information', 'uncooperative', 'impossible']);

/** What came of calling the caller. */
export const ContactResult = z.enum(['reached', 'no-answer', 'wrong-number']);

/** How the caller was asked. */
export const FollowUpMode = z.enum(['phone', 'sms', 'online', 'visit']);
