import { z } from 'zod';

/** Why a letter is not taken up. What mailboxes print differs; these are what their notices have in common (Lanling has eleven). */
export const LetterRefusal = z.enum([
  'no-contact',
  'advertisement',
  'unclear',
  'other-jurisdiction',
  'in-litigation',
  'petition',
  'duplicate',
  'secrets',
  'abuse',
]);

/** Why a unit gives a letter back. */
export const LetterReturn = z.enum(['not-competent', 'outside-area', 'several-matters', 'not-to-be-taken-up']);

/** What the office finds wanting in a draft: it reads for content, secrecy and tone. */
export const LetterDraftFault = z.enum(['content', 'secrecy', 'tone']);
