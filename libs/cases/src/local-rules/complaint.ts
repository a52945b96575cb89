import { z } from 'zod';
import { Length } from '../kernel/due';

/** A limit for some complaints; what is left out does not matter. The first row that fits is taken. */
const ComplaintLimit = z.strictObject({
  rule: z.string(),
  kinds: z.array(z.string()).optional(),
  urgencies: z.array(z.string()).optional(),
  platforms: z.array(z.string()).optional(),
  matters: z.array(z.string()).optional(),
  answer: Length,
});

type ComplaintLimit = z.infer<typeof ComplaintLimit>;

/** One that names nothing fits every complaint. */
const namesNothing = ({ kinds, urgencies, platforms, matters }: ComplaintLimit): boolean => !(kinds || urgencies || platforms || matters);

export const ComplaintLocal = z.strictObject({
  limits: z
    .array(ComplaintLimit)
    .min(1)
    .refine((limits) => limits.some(namesNothing), 'one limit must fit every complaint that the others leave'),
  /** 签收 */
  signIn: Length,
  /** 退单窗口 */
  returnWithin: Length,
  /** What the answer clock does when a return is approved. */
  clockAfterReturn: z.enum(['keeps-running', 'restarts']),
  /** The unit rings the caller; without it no clock is kept, for an office that does not record such calls. */
  contactWithin: Length.optional(),
  extension: z.strictObject({ most: z.int().min(0), by: Length }),
  /** A joint unit's part; the lead's is the answer clock. */
  jointWithin: Length,
  /** Whether a reply must pass the hotline's review before the follow-up. */
  review: z.enum(['optional', 'required']),
  rework: z.strictObject({ within: Length, mostRounds: z.int().min(1) }),
  /** `attempts`: calls, the recorded one among them, before a caller may be called unreachable. */
  followUp: z.strictObject({ within: Length, attempts: z.int().min(1) }),
  escalationLevels: z.int().min(1),
});
export type ComplaintLocal = z.infer<typeof ComplaintLocal>;

const workingDays = (amount: number): Length => ({ amount, unit: 'working-day' });

export const complaintDefaults: ComplaintLocal = {
  // Five working days to reply and report back: Jinan hotline regulation 2018, Weifang 2021. Urgent matters the next working day.
  limits: [
    { rule: 'hotline-urgent', urgencies: ['urgent'], answer: workingDays(1) },
    { rule: 'hotline-ordinary', answer: workingDays(5) },
  ],
  // One working day to sign in: Bengbu 2019.
  signIn: workingDays(1),
  returnWithin: workingDays(1),
  clockAfterReturn: 'keeps-running',
  extension: { most: 1, by: workingDays(5) },
  jointWithin: workingDays(3),
  review: 'optional',
  rework: { within: workingDays(5), mostRounds: 3 },
  // No rule was found that asks for more than one call.
  followUp: { within: workingDays(10), attempts: 1 },
  escalationLevels: 3,
};
