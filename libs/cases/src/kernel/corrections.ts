import { z } from 'zod';
import { answerClock, clocksOf } from './clocks';
import type { Corrections, Rule, Situation } from './decider';
import { type CommandDefinition, command } from './definitions';
import { restartedOn } from './due';
import type { Context } from './context';
import { businessDate } from './dates';
import type { Recorded } from './recorded';
import { reject, say, type Sentence } from './sentence';
import { Label, Text } from './shapes';

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `CorrectComplaint`. */
export const correctionName = (caseType: string): string => `Correct${capital(caseType)}`;

export const correctionCommand = ({ facts }: Corrections): CommandDefinition<any> =>
  command({
    path: 'correct',
    title: say('更正登记事项', 'Correct a recorded fact'),
    by: ['office'],
    shape: {
      fact: z.enum(Object.keys(facts)),
      /** What it should have been; null for a fact that should not have been recorded. */
      now: Label.nullable(),
      reason: Text,
      approvedBy: Label,
      document: Label.optional(),
    },
  });

interface Correction {
  readonly fact: string;
  readonly now: string | null;
  readonly reason: string;
  readonly approvedBy: string;
  readonly document?: string | undefined;
}

/** Days in the order in which they can only come. */
const inOrder = ['received_on', 'answered_on', 'closed_on'];

/** A day that lies ahead, or on the wrong side of another day of the case. */
const impossibleDay = (recorded: Recorded, fact: string, now: string, { at }: Context): Sentence | undefined => {
  const place = inOrder.indexOf(fact);
  if (place < 0) return undefined;
  if (now > businessDate(at)) return say('更正后的日期不能晚于今天', 'a corrected day cannot lie in the future');
  const isBefore = inOrder.slice(0, place).some((earlier) => now < (recorded[earlier] ?? ''));
  const isAfter = inOrder.slice(place + 1).some((later) => now > (recorded[later] ?? '9999'));
  return isBefore || isAfter
    ? say('更正后的日期与其他日期先后矛盾', 'the corrected day contradicts the other days of the case')
    : undefined;
};

/** Nothing recorded is changed: what was wrong and what is right stand side by side, with who approved it and why. */
export const correctionRule = ({ in: situations, facts, clockFromReceipt = true }: Corrections): Rule<Situation, Correction, any> => ({
  in: situations,
  otherwise: say('该办件尚未登记', 'this case is not registered'),
  decide: (state, { fact, now, reason, approvedBy, document }, context) => {
    const was = state.recorded?.[fact];
    if (was === undefined) return reject('该事项尚未登记，无从更正', 'nothing is recorded of this fact yet');
    if (was === now) return [];
    if (!facts[fact]?.safeParse(now).success) return reject('更正后的内容不符合该事项的要求', 'this is no possible value of the fact');
    const impossible = now ? impossibleDay(state.recorded ?? {}, fact, now, context) : undefined;
    if (impossible) return { rejected: impossible };
    if (approvedBy === context.by.id) return reject('更正须由他人批准', 'a correction must be approved by somebody else');
    const clock = clocksOf(state)[answerClock];
    const restarts = clockFromReceipt && fact === 'received_on' && clock && !clock.pausedOn;
    const due = restarts && now ? restartedOn(clock.due, was, now, context) : undefined;
    return [{ type: 'FactCorrected', data: { fact, was, now, approvedBy, document, due }, personal: { reason } }];
  },
});
