import { z } from 'zod';
import { Length } from '../kernel/due';

/** Letters to leaders and online inquiries: no statute sets their terms, so a county decides. */
export const CorrespondenceLocal = z.strictObject({
  answer: Length,
  extension: z.strictObject({ most: z.int().min(0), by: Length }),
  returnWithin: Length,
  /** Whether a reply must be drafted and reviewed before it is sent. */
  review: z.enum(['optional', 'required']),
  /** Whether a reply must be published, or decided not to be, before the case is closed. */
  publication: z.enum(['optional', 'required']).default('optional'),
  /** Days in which a reply that is to be published must be. */
  publishWithin: Length,
  ratingWithin: Length,
});
export type CorrespondenceLocal = z.infer<typeof CorrespondenceLocal>;

const workingDays = (amount: number): Length => ({ amount, unit: 'working-day' });

// Ten working days is the longer of Shenyang's two terms for letters.
export const letterDefaults: CorrespondenceLocal = {
  answer: workingDays(10),
  extension: { most: 1, by: workingDays(10) },
  returnWithin: workingDays(3),
  review: 'optional',
  publication: 'optional',
  publishWithin: workingDays(10),
  ratingWithin: workingDays(15),
};

// Five working days, as questions of online interviews that were left open (Xuancheng).
export const inquiryDefaults: CorrespondenceLocal = {
  ...letterDefaults,
  answer: workingDays(5),
  extension: { most: 1, by: workingDays(5) },
};
