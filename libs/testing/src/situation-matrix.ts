import {
  type Actor,
  allowedCommands,
  type CaseType,
  type CommandDefinition,
  type Context,
  decide,
  type Decision,
  foldCase,
  isRejection,
  roles,
  ruleOf,
  type Situation,
} from '@app/cases';
import fc from 'fast-check';
import { arbitraryOf } from './arbitrary-commands';
import { usualCircumstances } from './circumstances';

/** A step on the way to a situation: the last part of its address, with some of what must come with it, and the unit that takes it. */
export type WayStep = string | { readonly path: string; readonly data?: object; readonly as?: string; readonly at?: string };

/** A situation: a way to get there, and every command that is then possible. Whatever is not named is refused with the sentence of its rule. */
export interface MatrixRow {
  readonly way: readonly WayStep[];
  readonly possible: string;
  /** Commands among them that only a policy or an intake system gives: they are not offered to people. */
  readonly notOffered?: string;
}

const words = (text: string): readonly string[] => text.split(' ').filter(Boolean);

const clerkOf = (unit: string): Actor => ({ id: `clerk-of-${unit}`, unit, roles });

const units = ['gov-office', 'water-works', 'urban-management'];

/** The full matrix of a case type: every command in every situation. */
export const matrixSpec = <T extends CaseType>(caseType: T, rows: Readonly<Record<T['initial']['status'], MatrixRow>>): void => {
  const commands: Readonly<Record<string, CommandDefinition>> = caseType.commands;
  const usualTime = '2018-06-04T09:00:00+08:00';
  const contextOf = (unit: string, at = usualTime): Context => ({
    at,
    by: clerkOf(unit),
    caseNumber: `${caseType.prefix}-2018-000001`,
    ...usualCircumstances,
  });

  /** What is decided on many commands of the kind, with whatever data its shape accepts. */
  const decisions = (state: Situation, type: string, given: object = {}, as: readonly string[] = units, at?: string): Decision<any>[] =>
    as.flatMap((unit) =>
      fc
        .sample(arbitraryOf(commands[type]!.shape), { seed: 12345, numRuns: 60 })
        .map((data) => decide(caseType, state, { type, data: { ...(data as object), ...given } }, contextOf(unit, at))),
    );

  const named = (path: string): string => Object.keys(commands).find((type) => commands[type]?.path === path) ?? `no command ${path}`;

  const onward = (state: Situation, step: WayStep): Situation => {
    const { path, data, as, at } = typeof step === 'string' ? { path: step, data: {}, as: undefined, at: undefined } : step;
    const decided = decisions(state, named(path), data, as === undefined ? units : [as], at);
    const events = decided.find((decision) => !isRejection(decision) && decision.length > 0);
    if (!events || isRejection(events)) throw new Error(`${path} leads nowhere from ${state.status}: ${JSON.stringify(decided[0])}`);
    return foldCase(caseType, events, state);
  };

  const situations = Object.entries<MatrixRow>(rows).map(([situation, row]) => [situation, row.possible, row] as const);

  it.each(situations)('that is %s can only: %s', (situation, possible, { way }) => {
    const state = way.reduce(onward, caseType.initial as Situation);
    expect(state.status).toBe(situation);
    for (const [type, { path }] of Object.entries(commands)) {
      const decided = decisions(state, type);
      const grounds = [ruleOf(caseType, type).otherwise, ...(ruleOf(caseType, type).unless ?? []).map(({ because }) => because)];
      if (words(possible).includes(path)) expect([path, decided.some((decision) => !isRejection(decision))]).toEqual([path, true]);
      else
        for (const decision of decided) expect([path, isRejection(decision) && grounds.includes(decision.rejected)]).toEqual([path, true]);
    }
  });

  it.each(situations)('that is %s offers people: %s', (_, possible, { way, notOffered = '' }) => {
    const state = way.reduce(onward, caseType.initial as Situation);
    const offered = units.flatMap((unit) => allowedCommands(caseType, state, contextOf(unit)).filter(({ allowed }) => allowed));
    const openingPath = commands[caseType.opens]?.path;
    const forPeople = words(possible).filter((path) => path !== openingPath && !words(notOffered).includes(path));
    expect([...new Set(offered.map(({ path }) => path))].toSorted()).toEqual(forPeople.toSorted());
  });

  it('has an address of its own for every command', () => {
    const paths = Object.values(commands).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });
};
