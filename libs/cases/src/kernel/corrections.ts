import { z } from 'zod';
import { answerClock, clocksOf } from './clocks';
import type { Corrections, Rule, Situation } from './decider';
import { type CommandDefinition, command } from './definitions';
import { restartedOn } from './due';
import { reject, say } from './sentence';
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

/** Nothing recorded is changed: what was wrong and what is right stand side by side, with who approved it and why. */
export const correctionRule = ({ in: situations, facts }: Corrections): Rule<Situation, Correction, any> => ({
  in: situations,
  otherwise: say('该办件尚未登记', 'this case is not registered'),
  decide: (state, { fact, now, reason, approvedBy, document }, context) => {
    const was = state.recorded?.[fact];
    if (was === undefined) return reject('该事项尚未登记，无从更正', 'nothing is recorded of this fact yet');
    if (was === now) return [];
    if (!facts[fact]?.safeParse(now).success) return reject('更正后的内容不符合该事项的要求', 'this is no possible value of the fact');
    if (approvedBy === context.by.id) return reject('更正须由他人批准', 'a correction must be approved by somebody else');
    const clock = clocksOf(state)[answerClock];
    const due = fact === 'received_on' && now && clock && !clock.pausedOn ? restartedOn(clock.due, was, now, context) : undefined;
    return [{ type: 'FactCorrected', data: { fact, was, now, approvedBy, document, due }, personal: { reason } }];
  },
});
