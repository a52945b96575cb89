import { longestText } from '@app/cases';
import { z } from 'zod';

export const ChapterCode = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes, up to 40, a letter first');

/** A chapter with fields in it; an empty text goes back to the one that comes with the form. */
export const ChapterBody = z.strictObject({
  title: z.string().max(100).regex(/\S/, 'must not be empty').optional(),
  text: z.string().max(longestText).meta({ description: 'With fields such as {{new-received:total}}; docs/narrative.md lists them.' }),
});
