import { z } from 'zod';
import { clocksOf, kindOf, type Limits } from '../kernel/clocks';
import type { Context } from '../kernel/context';
import { type Due, dueAfter, type Length, type Term } from '../kernel/due';
import type { Situation } from '../kernel/situation';
import type { ComplaintLocal } from '../local-rules/complaint';

// Five working days to reply and report back: Jinan hotline regulation 2018, Weifang 2021. The term of what was recorded without one.
export const ordinaryTerm: Term = { amount: 5, unit: 'working-day', rule: 'hotline-ordinary' };

/** A limit that is set for one case alone. */
export const ShortLength = z.strictObject({ amount: z.int().min(1).max(90), unit: z.enum(['hour', 'working-day', 'day']) });

/** What decides how long the answer may take, by column of the facts. */
type Facts = { readonly [F in 'kind' | 'urgency' | 'platform' | 'matter']?: string | null | undefined };

const conditions = { kinds: 'kind', urgencies: 'urgency', platforms: 'platform', matters: 'matter' } as const;

const fits = (limit: ComplaintLocal['limits'][number], facts: Facts): boolean =>
  Object.entries(conditions).every(([condition, fact]) => limit[condition as keyof typeof conditions]?.includes(facts[fact] ?? '') ?? true);

/** When the answer is due that is asked for now: by the first limit of the local rules that fits. @throws when none does: the schema sees to it */
export const answerDue = (facts: Facts, context: Context): Due => {
  const stated = { ...facts, urgency: facts.urgency ?? 'ordinary' };
  const limit = context.local.complaint.limits.find((each) => fits(each, stated));
  if (!limit) throw new Error(`no limit of the local rules ${context.local.edition} fits`);
  return dueAfter(context.at, { ...limit.answer, rule: limit.rule }, context);
};

/** When something else is due that is asked for now. */
export const dueWithin = (length: Length, rule: string, context: Context): Due => dueAfter(context.at, { ...length, rule }, context);

/** Ends the clocks of these kinds that there are. */
export const ended = (state: Situation, ...kinds: readonly string[]): Limits =>
  Object.fromEntries(
    Object.keys(clocksOf(state))
      .filter((name) => kinds.includes(kindOf(name)))
      .map((name) => [name, null]),
  );

/** The part of an event that starts and ends clocks; nothing when there are none to start or end. */
export const withLimits = (limits: Limits): { limits?: Limits } => (Object.keys(limits).length > 0 ? { limits } : {});
