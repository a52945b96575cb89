import {
  type CaseEvent,
  type CaseType,
  type Context,
  decide,
  type Decision,
  findCaseType,
  foldCase,
  isRejection,
  silencesUntil,
  type Situation,
} from '@app/cases';
import fc from 'fast-check';
import type { GivenCommand } from './arbitrary-commands';
import { usualCircumstances } from './circumstances';
import { type Avoided, chosen, oncePerType, turnIn } from './histories/choosing';
import { spokenOn } from './histories/speaking';
import { type Turn, turnsOf } from './histories/turn';

export { contextsOf } from './histories/turn';

/** One command of a history: in what situation it was given, what was decided, and the situation after it. */
export interface Step {
  readonly before: Situation;
  readonly command: GivenCommand;
  readonly context: Context;
  readonly decision: Decision<CaseEvent>;
  readonly events: readonly CaseEvent[];
  readonly after: Situation;
}

/** A step of a history in which time runs on: silences that fell before the command are recorded together with what it brings. */
export interface LivedStep extends Step {
  readonly silences: readonly CaseEvent[];
}

const taken = (caseType: CaseType, before: Situation, command: GivenCommand, context: Context): Omit<Step, 'after'> => {
  const decision = decide(caseType, before, command, context);
  return { before, command, context, decision, events: isRejection(decision) ? [] : decision };
};

const played = (caseType: CaseType, turns: readonly Turn[], endings: Avoided['endings'], named: typeof withNamed): readonly Step[] => {
  const steps: Step[] = [];
  const done = new Set<string>();
  for (const each of turns) {
    const before: Situation = steps.at(-1)?.after ?? caseType.initial;
    const turn = turnIn(before, each);
    const command = chosen(caseType, before, turn, { done, endings });
    const step = taken(caseType, before, command, named(caseType, turn, command));
    steps.push({ ...step, after: foldCase(caseType, step.events, before) });
    done.add(command.type);
  }
  return steps;
};

/** Steps of cases in which everything is as likely, and no other case is named. */
const firstSteps = oncePerType((caseType): readonly Step[] => {
  const turns = turnsOf(caseType).map((all) => all.map((turn) => ({ ...turn, lively: false })));
  const histories = fc.sample(turns, { seed: 2018, numRuns: 100 });
  return histories
    .flatMap((each) => played(caseType, each, new Set(), (_, { context }) => context))
    .filter(({ events }) => events.length > 0);
});

/** Some of each kind of situation that a case of the type can be in. */
const situationsOf = oncePerType((caseType): readonly Situation[] => {
  const found = new Map<string, readonly Situation[]>();
  for (const { after } of firstSteps(caseType)) {
    const alike = found.get(after.status) ?? [];
    if (alike.length < 3) found.set(after.status, [...alike, after]);
  }
  return [...found.values()].flat();
});

/** Commands after which there is little left to do. */
const endingsOf = oncePerType((caseType): Avoided['endings'] => {
  const rules: readonly { readonly in: readonly string[] }[] = Object.values(caseType.rules);
  const chances = (status: string): number => rules.filter((rule) => rule.in.includes(status)).length;
  const most = Math.max(...rules.flatMap((rule) => rule.in).map(chances));
  return new Set(firstSteps(caseType).flatMap(({ command, after }) => (chances(after.status) * 3 < most ? [command.type] : [])));
});

const caseFields = ['contests', 'into', 'to'];

/** The type of the case that a command names, if it names one. */
const namedBy = (caseType: CaseType, data: Readonly<Record<string, any>>): CaseType | undefined => {
  const named = caseFields.map((field) => data[field]).find((value) => value !== undefined);
  return typeof named === 'object' && named !== null ? findCaseType(named.type) : named && caseType;
};

/** Whoever names a case finds it in some situation. */
const withNamed = (caseType: CaseType, { named, context }: Turn, { data }: GivenCommand): Context => {
  const type = namedBy(caseType, data as object);
  const situations = type ? situationsOf(type) : [];
  const contested = situations[named % situations.length];
  return contested ? { ...context, contested } : context;
};

const lived = (caseType: CaseType, turns: readonly Turn[], endings: Avoided['endings']): readonly LivedStep[] => {
  const steps: LivedStep[] = [];
  const done = new Set<string>();
  let now = Date.parse(turns[0]?.context.at ?? '');
  for (const each of turns) {
    const recorded: Situation = steps.at(-1)?.after ?? caseType.initial;
    now += each.wait * 3_600_000;
    const at = new Date(now).toISOString();
    const fallen = silencesUntil(caseType, recorded, at, usualCircumstances);
    const before = foldCase(caseType, fallen, recorded);
    const turn = turnIn(before, { ...each, context: { ...each.context, at } });
    const { type, data } = chosen(caseType, before, turn, { done, endings });
    const command = { type, data: spokenOn(at, data) };
    const step = taken(caseType, before, command, withNamed(caseType, turn, command));
    const events = step.events.map((event) => ({ ...event, at }));
    const silences = events.length > 0 ? fallen : [];
    steps.push({ ...step, events, silences, after: foldCase(caseType, [...silences, ...events], recorded) });
    done.add(type);
  }
  return steps;
};

/** A history in words: a failed law tells who said what, and not the whole calendar each time. */
const told = <T extends readonly Step[]>(history: T): T =>
  Object.defineProperty(history, fc.toStringMethod, {
    enumerable: false,
    value: () =>
      history
        .map(({ command, context, decision }) => `${context.at} ${context.by.unit}: ${fc.stringify(command)} => ${fc.stringify(decision)}`)
        .join('\n'),
  });

/** Histories of one case: random commands, mostly such as are possible, so that every situation is reached. */
export const historiesOf = (caseType: CaseType): fc.Arbitrary<readonly Step[]> =>
  turnsOf(caseType).map((turns) => told(played(caseType, turns, endingsOf(caseType), withNamed)));

/** The same with time running on, and with what nobody did. */
export const livedHistoriesOf = (caseType: CaseType): fc.Arbitrary<readonly LivedStep[]> =>
  turnsOf(caseType).map((turns) => told(lived(caseType, turns, endingsOf(caseType))));
