import { z } from 'zod';
import { Length } from '../kernel/due';

export const ProposalLocal = z.strictObject({
  /** Whether a proposal must be filed (立案) before it is assigned. */
  filing: z.enum(['optional', 'required']),
  answer: Length,
  /** Further time for difficult ones, with consent of the assigning organ. */
  extension: Length,
  returnWithin: Length,
  coOpinionWithin: Length,
  contactWithin: Length,
  ratingWithin: Length,
  rehandleWithin: Length,
  /** Classes of answers in use, of A, B, C, D. */
  classes: z.array(z.enum(['A', 'B', 'C', 'D'])).min(1),
});
export type ProposalLocal = z.infer<typeof ProposalLocal>;

// Three months from assignment, six for difficult ones: Zhejiang art. 21, Shandong art. 19, Henan art. 20. The other terms differ by province.
export const proposalDefaults: ProposalLocal = {
  filing: 'optional',
  answer: { amount: 3, unit: 'month' },
  extension: { amount: 3, unit: 'month' },
  returnWithin: { amount: 10, unit: 'working-day' },
  coOpinionWithin: { amount: 1, unit: 'month' },
  contactWithin: { amount: 20, unit: 'working-day' },
  ratingWithin: { amount: 15, unit: 'working-day' },
  rehandleWithin: { amount: 1, unit: 'month' },
  classes: ['A', 'B', 'C', 'D'],
};
