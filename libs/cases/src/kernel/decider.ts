import type { z } from 'zod';
import type { Context } from './context';
import type { CommandData, CommandDefinitions, EventDefinitions, EventOf } from './definitions';
import type { Due, Term } from './due';
import type { Rejection, Sentence } from './sentence';
import type { Situation } from './situation';

export type { Situation } from './situation';

/** `state` after an event. A table over the event union: a new event is a compile error here until it has its line. */
export type Evolve<S extends Situation, E extends EventDefinitions> = {
  readonly [T in keyof E & string]: (state: S, data: Extract<EventOf<E>, { type: T }>['data']) => S;
};

export type Decision<E> = readonly E[] | Rejection;

/** What stands against a command in a situation it would otherwise be possible in; asked before what comes with it is looked at. */
export interface Ground<S> {
  readonly when: (state: S, context: Context) => boolean;
  readonly because: Sentence;
}

/**
 * When a command is possible and what then happens. `in`, `otherwise` and `unless` do not depend on what comes with the command, so the
 * list of what may be done now, with the reason for what may not, is read from the same rules that decide. Grounds are asked in their
 * order. An empty list of events means that nothing happened.
 */
export interface Rule<S extends Situation, C, E> {
  readonly in: readonly S['status'][];
  readonly otherwise: Sentence;
  readonly unless?: readonly Ground<S & Situation>[];
  readonly decide: (state: S & Situation, command: C, context: Context) => Decision<E>;
}

export type Rules<S extends Situation, C extends CommandDefinitions, E extends EventDefinitions> = {
  readonly [T in keyof C & string]: Rule<S, CommandData<C[T]>, EventOf<E>>;
};

/** What a silence means: the events that are recorded when a clock of this kind runs out. */
export type Lapse<S extends Situation, E extends EventDefinitions> = (
  state: S & Situation,
  lapsed: { readonly clock: string; readonly due: Due },
  context: Omit<Context, 'by' | 'caseNumber'>,
) => readonly EventOf<E>[];

/** Facts that can be put right afterwards: in which situations, and what shape each takes. */
export interface Corrections {
  readonly in: readonly string[];
  readonly facts: Readonly<Record<string, z.ZodType<string | null>>>;
  /** False where the answer's clock starts at something else than receipt, so that a corrected date of receipt leaves it alone. */
  readonly clockFromReceipt?: boolean;
}

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
  /** Terms of events that were recorded before the term stood on the due date itself. */
  readonly terms: readonly Term[];
  /** By kind of clock. A clock that is not named here is an obligation: missing it is `Overdue`. `window`: nothing happens at its end. */
  readonly lapses?: Readonly<Record<string, Lapse<S, E> | 'window'>>;
  readonly corrects?: Corrections;
}

/** How an event stored under an older schema version becomes one of today: by type, from the version that is the index. */
export type Upcasts = Readonly<Record<string, readonly ((data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>)[]>>;
