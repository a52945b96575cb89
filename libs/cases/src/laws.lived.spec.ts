import { livedHistoriesOf, type LivedStep, usualCircumstances } from '@app/testing';
import fc from 'fast-check';
import { caseTypes } from './case-types';
import { clocksOf } from './kernel/clocks';
import { type CaseEvent, decide, eventDefinition, evolve, foldCase } from './kernel/decide';
import type { CaseType } from './kernel/decider';
import { isRejection } from './kernel/sentence';
import { silencesUntil } from './kernel/silences';
import type { Situation } from './kernel/situation';

const day = 86_400_000;

const instant = (time: number): string => new Date(time).toISOString();

const fallen = (caseType: CaseType, state: Situation, until: string): readonly CaseEvent[] =>
  silencesUntil(caseType, state, until, usualCircumstances);

/** What is recorded when somebody looks for silences at the moments given, and before every command. */
const watched = (
  caseType: CaseType,
  steps: readonly LivedStep[],
  looks: (from: string, to: string) => readonly string[],
  until: string,
) => {
  const events: CaseEvent[] = [];
  let state: Situation = caseType.initial;
  const happens = (happened: readonly CaseEvent[]): void => {
    events.push(...happened);
    state = foldCase(caseType, happened, state);
  };
  let last = steps[0]?.context.at ?? until;
  const look = (at: string): void => {
    for (const moment of [...looks(last, at), at]) happens(fallen(caseType, state, moment));
    last = at;
  };
  for (const { command, context } of steps) {
    look(context.at);
    const decision = decide(caseType, state, command, context);
    if (!isRejection(decision)) happens(decision.map((event) => ({ ...event, at: context.at })));
  }
  look(until);
  return events;
};

const everyDay = (from: string, to: string): readonly string[] => {
  const mornings: string[] = [];
  for (let time = Date.parse(from) + day; time < Date.parse(to); time += day) mornings.push(instant(time));
  return mornings;
};

const never = (): readonly string[] => [];

const endOf = (history: readonly LivedStep[]): string =>
  instant(Date.parse(history.at(-1)?.context.at ?? '2018-06-04T01:00:00Z') + 500 * day);

/** What was recorded, and what nobody did until long after. */
const recordedIn = (caseType: CaseType, history: readonly LivedStep[]): readonly CaseEvent[] => [
  ...history.flatMap(({ silences, events }) => [...silences, ...events]),
  ...fallen(caseType, history.at(-1)?.after ?? caseType.initial, endOf(history)),
];

const silent: readonly (string | undefined)[] = ['due-soon', 'overdue', 'lapsed'];

/** Silences that are told of a clock for the same day again before it was ended. */
const toldTwice = (caseType: CaseType, events: readonly CaseEvent[]): readonly string[] => {
  const told = new Map<string, string>();
  const twice: string[] = [];
  let state: Situation = caseType.initial;
  for (const event of events) {
    const { clock, on } = event.data;
    const silence = `${event.type} ${clock} ${on}`;
    if (silent.includes(eventDefinition(caseType, event.type)?.milestone)) {
      if (told.has(silence)) twice.push(silence);
      told.set(silence, clock);
    }
    state = evolve(caseType, state, event);
    for (const [each, name] of told) if (!(name in clocksOf(state))) told.delete(each);
  }
  return twice;
};

/** Situations in which nothing is owed any more. */
const over: readonly string[] = ['closed', 'merged', 'concluded', 'not-filed', 'withdrawn'];

// Properties of cases in which time runs on, for every type in the list, also for those not yet written.
describe.each(Object.values(caseTypes) as readonly CaseType[])('every $name that is lived', (caseType) => {
  const always = (law: (history: readonly LivedStep[]) => void) =>
    fc.assert(fc.property(livedHistoriesOf(caseType), law), { numRuns: 150 });

  it('has the same recorded of it when it is looked at every day as when it is loaded afterwards', () =>
    always((history) => {
      const loaded = recordedIn(caseType, history);
      expect(watched(caseType, history, everyDay, endOf(history))).toEqual(loaded);
    }));

  it('is the same without the commands that were refused or changed nothing', () =>
    always((history) => {
      const effective = history.filter(({ events }) => events.length > 0);
      expect(watched(caseType, effective, never, endOf(history))).toEqual(recordedIn(caseType, history));
    }));

  it('is never told twice that a clock has run out or will', () =>
    always((history) => expect(toldTwice(caseType, recordedIn(caseType, history))).toEqual([])));

  it('leaves no clock running from before its end', () =>
    always((history) => {
      const ending = history.filter(({ before, after }) => !over.includes(before.status) && over.includes(after.status));
      for (const { before, after, command } of ending) {
        const left = Object.entries(clocksOf(after)).filter(([name, { due }]) => clocksOf(before)[name]?.due === due);
        expect([command.type, left.map(([name]) => name)]).toEqual([command.type, []]);
      }
    }));
});
