import { arbitraryOf, clerk } from '@app/testing';
import fc from 'fast-check';
import { type CaseTypeName, caseTypes } from './case-types';
import { allowedCommands } from './kernel/allowed';
import { decide, foldCase, ruleOf } from './kernel/decide';
import type { CaseType, Decision, Situation } from './kernel/decider';
import type { CommandDefinition } from './kernel/definitions';
import { isRejection } from './kernel/sentence';

type SituationOf<T extends CaseTypeName> = (typeof caseTypes)[T]['initial']['status'];
type Row = readonly [way: string, possible: string];

const correspondence = {
  absent: ['', 'register'],
  received: ['register', 'route'],
  routed: ['register route', 'sign-in'],
  handling: ['register route sign-in', 'answer'],
  answered: ['register route sign-in answer', 'rate close'],
  rated: ['register route sign-in answer rate', 'close'],
  closed: ['register route sign-in answer close', ''],
} as const;

// Situation: a way to get there, and every command that is then possible. Whatever is not named is refused with the sentence of its rule.
/** What is carried over from proceedings, which may contest an answer or the lack of one. */
const contests = 'record-appeal record-appeal-outcome record-litigation record-litigation-outcome';

const matrix: { readonly [T in CaseTypeName]?: Readonly<Record<SituationOf<T>, Row>> } = {
  complaint: {
    absent: ['', 'register'],
    received: ['register', 'route answer-directly remind supplement'],
    routed: ['register route', 'sign-in remind supplement'],
    handling: ['register route sign-in', 'answer remind supplement'],
    answered: ['register answer-directly', 'record-follow-up close'],
    rated: ['register answer-directly record-follow-up', 'close'],
    closed: ['register answer-directly record-follow-up close', ''],
  },
  letter: correspondence,
  proposal: correspondence,
  inquiry: correspondence,
  disclosure: {
    absent: ['', 'register'],
    received: ['register record-appeal record-litigation', `route extend answer ${contests}`],
    routed: ['register record-appeal record-litigation route', `sign-in extend ${contests}`],
    handling: ['register record-appeal record-litigation route sign-in', `extend answer ${contests}`],
    answered: ['register answer record-appeal record-litigation', `close ${contests}`],
    closed: ['register answer record-appeal record-litigation close', contests],
  },
  proceeding: {
    absent: ['', 'register'],
    filed: ['register', 'conclude'],
    concluded: ['register conclude', ''],
  },
};

const words = (text: string): readonly string[] => text.split(' ').filter(Boolean);

describe.each(Object.entries(matrix))('a %s', (name, rows) => {
  const caseType: CaseType = caseTypes[name as CaseTypeName];
  const commands: Readonly<Record<string, CommandDefinition>> = caseType.commands;
  const context = { at: '2018-06-04T09:00:00+08:00', by: clerk, caseNumber: `${caseType.prefix}-2018-000001` };

  /** What is decided on many commands of the kind, with whatever data its shape accepts. */
  const decisions = (state: Situation, type: string): Decision<any>[] =>
    fc
      .sample(arbitraryOf(commands[type]!.shape), { seed: 12345, numRuns: 60 })
      .map((data) => decide(caseType, state, { type, data }, context));

  const named = (path: string): string => Object.keys(commands).find((type) => commands[type]?.path === path) ?? `no command ${path}`;

  const onward = (state: Situation, path: string): Situation => {
    const events = decisions(state, named(path)).find((decision) => !isRejection(decision) && decision.length > 0);
    if (!events || isRejection(events)) throw new Error(`${path} leads nowhere from ${state.status}`);
    return foldCase(caseType, events, state);
  };

  const situations = Object.entries<Row>(rows).map(([situation, [way, possible]]) => [situation, possible, way] as const);

  it.each(situations)('that is %s can only: %s', (situation, possible, way) => {
    const state = words(way).reduce(onward, caseType.initial);
    expect(state.status).toBe(situation);
    for (const [type, { path }] of Object.entries(commands)) {
      const decided = decisions(state, type);
      if (words(possible).includes(path)) expect([path, decided.some((decision) => !isRejection(decision))]).toEqual([path, true]);
      else expect(decided).toEqual(decided.map(() => ({ rejected: ruleOf(caseType, type).otherwise })));
    }
  });

  it.each(situations)('that is %s offers people: %s', (_, possible, way) => {
    const state = words(way).reduce(onward, caseType.initial);
    const offered = allowedCommands(caseType, state, clerk).filter(({ allowed }) => allowed);
    const forPeople = words(possible).filter(
      (path) => path !== 'register' && !path.startsWith('record-appeal') && !path.startsWith('record-litigation'),
    );
    expect(offered.map(({ path }) => path).toSorted()).toEqual(forPeople.toSorted());
  });

  it('has an address of its own for every command', () => {
    const paths = Object.values(commands).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });
});
