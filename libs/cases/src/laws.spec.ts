import { arbitraryOf, historiesOf, livedHistoriesOf, type Step } from '@app/testing';
import fc from 'fast-check';
import type { z } from 'zod';
import { caseTypes } from './case-types';
import { allowedCommands } from './kernel/allowed';
import { type Actor, roles } from './kernel/context';
import { type CaseEvent, decide, eventDefinition, evolve, foldCase, ruleOf } from './kernel/decide';
import type { CaseType } from './kernel/decider';
import type { EventDefinition } from './kernel/definitions';
import { isRejection } from './kernel/sentence';
import { Text } from './kernel/shapes';

const everybody: Actor = { id: 'everybody', unit: 'gov-office', roles };

const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

/** The last step taken from each situation. */
const oneForEachSituation = (history: readonly Step[]) => [...new Map(history.map((step) => [step.before.status, step])).values()];

const decidedEvents = (decision: Step['decision']): readonly CaseEvent[] => (isRejection(decision) ? [] : decision);

const eventsOf = (history: readonly Step[]): readonly CaseEvent[] => history.flatMap(({ events }) => events);

// Properties that hold for every type in the list, also for those not yet written.
describe.each(Object.values(caseTypes) as readonly CaseType[])('every $name', (caseType) => {
  const histories = historiesOf(caseType);

  const always = (law: (history: readonly Step[]) => void) => fc.assert(fc.property(histories, law), { numRuns: 120 });

  it('is in the same situation whether its events are folded one by one, again at once, or from stored text', () =>
    always((history) => {
      const events = eventsOf(history);
      const last = history.at(-1)?.after ?? caseType.initial;
      const stepByStep = events.reduce((state, event) => evolve(caseType, state, event), caseType.initial);
      expect([stepByStep, foldCase(caseType, events), foldCase(caseType, stored(events))]).toEqual([last, last, last]);
    }));

  it('decides the same when asked the same', () =>
    always((history) => {
      const again = history.map(({ before, command, context }) => decide(caseType, before, command, context));
      expect(again).toEqual(history.map(({ decision }) => decision));
    }));

  it('records nothing outside the situations its rules name', () =>
    always((history) => {
      const outside = history.filter(({ before, command }) => !ruleOf(caseType, command.type).in.includes(before.status));
      expect(eventsOf(outside)).toEqual([]);
    }));

  it('records nothing when a command is repeated, unless it may be said again and again', () =>
    always((history) => {
      const done = history.filter(({ command, decision }) => !isRejection(decision) && !caseType.commands[command.type].repeatable);
      const again = done.map(({ command, context, after }) => decide(caseType, after, command, context));
      expect(again.filter((decision) => !isRejection(decision)).flat()).toEqual([]);
    }));

  it('changes its situation by events alone', () =>
    always((history) => {
      const before = stored(history.map((step) => step.before));
      for (const step of history.map(frozen))
        foldCase(caseType, decidedEvents(decide(caseType, step.before, step.command, step.context)), step.before);
      expect(history.map((step) => step.before)).toEqual(before);
      const uneventful = history.filter(({ events }) => events.length === 0);
      expect(uneventful.map(({ after }) => after)).toEqual(uneventful.map((step) => step.before));
    }));

  it('records events as their shapes say', () =>
    always((history) => {
      const events = eventsOf(history).map(({ type, data, personal }) => ({ type, data, personal }));
      const parsed = events.map(({ type, data, personal }) => {
        const shapes = eventDefinition(caseType, type) as EventDefinition;
        return { type, data: shapes.data.parse(data), personal: shapes.personal?.parse(personal) };
      });
      expect(parsed).toEqual(events);
    }));

  it('records events that survive storing', () => always((history) => expect(stored(eventsOf(history))).toEqual(eventsOf(history))));

  it('offers what its rules allow, and gives the reason of the rule for the rest', () =>
    always((history) => {
      for (const { before, command, context: told, decision } of oneForEachSituation(history)) {
        const context = { ...told, by: everybody };
        const offered = allowedCommands(caseType, before, context);
        const refused = offered.filter(({ allowed }) => !allowed);
        expect(refused.map(({ command: type }) => decide(caseType, before, { type, data: {} }, context))).toEqual(
          refused.map(({ reason }) => ({ rejected: reason })),
        );
        if (offered.some(({ command: type, allowed }) => allowed && type === command.type))
          expect(decision).not.toEqual({ rejected: ruleOf(caseType, command.type).otherwise });
      }
    }));

  it('offers nothing that is refused for what can be known before it is asked for', () => {
    const shapes = Object.entries(caseType.commands as Record<string, { shape: z.ZodObject }>);
    const samples = new Map(shapes.map(([type, { shape }]) => [type, fc.sample(arbitraryOf(shape), { seed: 2018, numRuns: 4 })]));
    return always((history) => {
      for (const { before, context: told } of oneForEachSituation(history)) {
        const context = { ...told, by: everybody };
        for (const { command: type } of allowedCommands(caseType, before, context).filter(({ allowed }) => allowed)) {
          const { otherwise, unless = [] } = ruleOf(caseType, type);
          const grounds = [otherwise, ...unless.map(({ because }) => because)];
          const refused = (samples.get(type) ?? []).map((data) => decide(caseType, before, { type, data }, context)).filter(isRejection);
          expect([type, refused.filter(({ rejected }) => grounds.includes(rejected))]).toEqual([type, []]);
        }
      }
    });
  });

  it('gets into every situation, by every command, through every event', () => {
    const rules: readonly { in: readonly string[] }[] = Object.values(caseType.rules);
    const situations = new Set(rules.flatMap((rule) => rule.in));
    const commands = new Set(Object.keys(caseType.commands));
    const events = new Set(Object.keys(caseType.events));
    situations.delete(caseType.initial.status);
    for (let batch = 0; batch < 40 && situations.size + commands.size + events.size > 0; batch += 1) {
      const lived = fc.sample(livedHistoriesOf(caseType), 60).flat();
      for (const { type } of lived.flatMap(({ silences }) => silences)) events.delete(type);
      for (const { command, after, events: happened } of [...lived, ...fc.sample(histories, 20).flat()]) {
        if (happened.length === 0) continue;
        situations.delete(after.status);
        commands.delete(command.type);
        for (const { type } of happened) events.delete(type);
      }
    }
    expect({ situations: [...situations], commands: [...commands], events: [...events] }).toEqual({
      situations: [],
      commands: [],
      events: [],
    });
  });

  it.each(Object.entries(caseType.events as Record<string, EventDefinition>))(
    'keeps free text and people out of the data of %s',
    (_, { data, personal }) => {
      const bare = (shape: z.core.$ZodType): z.core.$ZodType =>
        'innerType' in shape._zod.def ? bare(shape._zod.def.innerType as z.core.$ZodType) : shape;
      expect(Object.values(data.shape).map(bare)).not.toContain(Text);
      expect(Object.keys(data.shape).filter((key) => key in (personal?.shape ?? {}))).toEqual([]);
    },
  );

  it('takes only what its shapes name', () => {
    for (const { shape } of Object.values(caseType.commands as Record<string, { shape: z.ZodObject }>)) {
      fc.assert(
        fc.property(arbitraryOf(shape), (data) => {
          expect(shape.safeParse(data).success).toBe(true);
          expect(shape.safeParse({ ...(data as object), unheardOf: 1 }).success).toBe(false);
        }),
        { numRuns: 20 },
      );
    }
  });
});

describe('the names of events', () => {
  it('are used by one type of case only: readers know an event by its name alone', () => {
    const names = Object.values(caseTypes).flatMap(({ events }) => Object.keys(events));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
