import { z } from 'zod';

/** Why a question is not taken up. That nobody knows who asks is no ground: netizens ask under any name. */
export const InquiryRefusal = z.enum([
  'advertisement',
  'no-question',
  'other-jurisdiction',
  'in-litigation',
  'petition',
  'duplicate',
  'secrets',
  'privacy',
  'abuse',
]);

/** Why a unit gives a question back. */
export const InquiryReturn = z.enum(['not-competent', 'outside-area', 'several-matters', 'not-to-be-taken-up']);

/** What the web editor finds wanting in a draft, which everybody will read. */
export const InquiryDraftFault = z.enum(['content', 'secrecy', 'privacy', 'wording']);

/** Why a question and its response are not published, though that is the rule. */
export const Withholding = z.enum(['asked-not-to', 'privacy', 'secrets', 'of-no-use-to-others']);
