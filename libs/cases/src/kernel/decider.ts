import type { Term } from './calendar';
import type { Context } from './context';
import type { CommandData, CommandDefinitions, EventDefinitions, EventOf } from './definitions';
import type { Rejection, Sentence } from './sentence';

/** A situation of a case. `absent` is the case of which nothing is recorded yet. */
export interface Situation {
  readonly status: string;
}

/** `state` after an event. A table over the event union: a new event is a compile error here until it has its line. */
export type Evolve<S extends Situation, E extends EventDefinitions> = {
  readonly [T in keyof E & string]: (state: S, data: Extract<EventOf<E>, { type: T }>['data']) => S;
};

export type Decision<E> = readonly E[] | Rejection;

/**
 * When a command is possible and what then happens. `in` and `otherwise` are data, so the list of what may be done now,
 * with the reason for what may not, is read from the same rules that decide. An empty list means that nothing happened.
 */
export interface Rule<S extends Situation, C, E> {
  readonly in: readonly S['status'][];
  readonly otherwise: Sentence;
  readonly decide: (state: S, command: C, context: Context) => Decision<E>;
}

export type Rules<S extends Situation, C extends CommandDefinitions, E extends EventDefinitions> = {
  readonly [T in keyof C & string]: Rule<S, CommandData<C[T]>, EventOf<E>>;
};

/** Everything that is known about one type of case, as data. */
export interface CaseType<S extends Situation = any, C extends CommandDefinitions = any, E extends EventDefinitions = any> {
  readonly name: string;
  readonly title: Sentence;
  /** First letters of the case number, e.g. `RX` (热线). */
  readonly prefix: string;
  readonly events: E;
  readonly commands: C;
  /** The command that opens a case. */
  readonly opens: keyof C & string;
  readonly initial: S;
  readonly evolve: Evolve<S, E>;
  readonly rules: Rules<S, C, E>;
  readonly upcasts: Upcasts;
  /** The terms its due dates come from, by whose rule ids they can be explained. */
  readonly terms: readonly Term[];
}

/** How an event stored under an older schema version becomes one of today: by type, from the version that is the index. */
export type Upcasts = Readonly<Record<string, readonly ((data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>)[]>>;

export const defineCaseType = <S extends Situation, C extends CommandDefinitions, E extends EventDefinitions>(
  definition: CaseType<S, C, E>,
): CaseType<S, C, E> => definition;
