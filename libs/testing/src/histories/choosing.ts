import { type CaseType, type Context, ruleOf, type Situation } from '@app/cases';
import fc from 'fast-check';
import { arbitraryOf, type GivenCommand } from '../arbitrary-commands';
import { usualUnits } from '../circumstances';
import { samples, type Turn } from './turn';

/** A value that is found once for each case type: to make it takes longer than to use it. */
export const oncePerType = <T>(make: (caseType: CaseType) => T): ((caseType: CaseType) => T) => {
  const made = new Map<CaseType, T>();
  return (caseType) => {
    const value = made.get(caseType) ?? make(caseType);
    made.set(caseType, value);
    return value;
  };
};

/** Data for each command. The same in every run, so that a history found to be wrong can be told again by its seed. */
const dataOf = oncePerType(({ commands }) =>
  Object.fromEntries(
    Object.keys(commands).map((type) => [type, fc.sample(arbitraryOf(commands[type].shape), { seed: 2018, numRuns: samples })]),
  ),
);

/** Whether the rule stands against it, whatever comes with it. */
const isPossible = (caseType: CaseType, type: string, situation: Situation, context: Context): boolean => {
  const rule = ruleOf(caseType, type);
  return rule.in.includes(situation.status) && !rule.unless?.some(({ when }) => when(situation, context));
};

/** The units that a situation speaks of. */
const unitsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return usualUnits.filter((unit) => unit === value);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [...unitsIn(key), ...unitsIn(member)]);
};

/** A turn in a situation: mostly of somebody who has to do with the case. */
export const turnIn = (situation: Situation, turn: Turn): Turn => {
  const { context, anybody, command } = turn;
  const concerned = anybody ? [] : unitsIn(situation);
  const unit = concerned[command % concerned.length] ?? context.by.unit;
  return { ...turn, context: { ...context, by: { ...context.by, unit } } };
};

/** What a turn may avoid. */
export interface Avoided {
  readonly done: ReadonlySet<string>;
  /** Commands that have been seen to end a case. */
  readonly endings: ReadonlySet<string>;
}

const preferred = (commands: readonly string[], isPreferred: (type: string) => boolean): readonly string[] => {
  const some = commands.filter(isPreferred);
  return some.length > 0 ? some : commands;
};

/** The command that a turn becomes. */
export const chosen = (
  caseType: CaseType,
  situation: Situation,
  { stubborn, curious, lively, context, ...turn }: Turn,
  avoided: Avoided,
) => {
  const all = Object.keys(caseType.commands);
  const possible = stubborn ? all : preferred(all, (type) => isPossible(caseType, type, situation, context));
  const going = lively ? preferred(possible, (type) => !avoided.endings.has(type)) : possible;
  const choice = curious ? preferred(going, (type) => !avoided.done.has(type)) : going;
  const type = choice[turn.command % choice.length] as string;
  return { type, data: dataOf(caseType)[type]?.[turn.data] } satisfies GivenCommand;
};
