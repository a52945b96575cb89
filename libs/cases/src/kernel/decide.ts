import { clocksAfter, clocksOf } from './clocks';
import { commonEvents } from './common-events';
import type { Context } from './context';
import type { CaseType, Decision, Rule, Situation } from './decider';
import type { EventDefinition } from './definitions';
import { recordedAfter } from './recorded';
import type { Sentence } from './sentence';

/** An event as decide and evolve know it. */
export interface CaseEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, any>>;
  readonly personal?: Readonly<Record<string, unknown>> | undefined;
  /** When it happened, where that is not the time of the command: a silence that fell before it. */
  readonly at?: string | undefined;
}

/** A row of a table by a name from outside; `constructor` and the like are no rows. */
const row = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined => (Object.hasOwn(table, name) ? table[name] : undefined);

export const ruleOf = (caseType: CaseType, command: string): Rule<any, any, any> => {
  const rule = row<Rule<any, any, any>>(caseType.rules, command);
  if (!rule) throw new Error(`a ${caseType.name} knows no command ${command}`);
  return rule;
};

/** Why a command is not possible in this situation, whatever comes with it; undefined when it is. */
export const reasonAgainst = (rule: Rule<any, any, any>, state: Situation, context: Context): Sentence | undefined =>
  rule.in.includes(state.status) ? rule.unless?.find(({ when }) => when(state, context))?.because : rule.otherwise;

/** What happens when `command` is given to a case in `state`: events, nothing, or the reason why it is not allowed. */
export const decide = (
  caseType: CaseType,
  state: Situation,
  command: { readonly type: string; readonly data: unknown },
  context: Context,
): Decision<CaseEvent> => {
  const rule = ruleOf(caseType, command.type);
  const rejected = reasonAgainst(rule, state, context);
  return rejected ? { rejected } : rule.decide(state, command.data, context);
};

/** The definition of an event of this type of case, its own or common to all. */
export const eventDefinition = (caseType: CaseType, type: string): EventDefinition | undefined =>
  row<EventDefinition>(caseType.events, type) ?? row<EventDefinition>(commonEvents, type);

/**
 * The situation after one more event, which happened at `at`.
 * @throws when the type has no such event: a stored event must never be ignored
 */
export const evolve = (caseType: CaseType, state: Situation, { type, data, at }: CaseEvent, happenedAt = at ?? ''): Situation => {
  const definition = eventDefinition(caseType, type);
  if (!definition) throw new Error(`a ${caseType.name} knows no event ${type}`);
  const own = row<CaseType['evolve'][string]>(caseType.evolve, type);
  const next: Situation = own ? own(state, data) : state;
  const clocks = clocksAfter(clocksOf(state), definition.milestone, data, happenedAt);
  const recorded = recordedAfter(state.recorded, definition.milestone, data, happenedAt);
  if (clocksOf(next) === clocks && next.recorded === recorded) return next;
  return { ...next, clocks, ...(recorded && { recorded }) };
};

export const foldCase = (caseType: CaseType, events: readonly CaseEvent[], from: Situation = caseType.initial): Situation =>
  events.reduce((state, event) => evolve(caseType, state, event), from);
