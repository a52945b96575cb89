import { z } from 'zod';
import type { Milestone, MilestoneData } from './milestones';
import type { Role } from './context';
import type { Sentence } from './sentence';

type Shape = z.ZodRawShape;
type Infer<S extends Shape> = z.infer<z.ZodObject<S, z.core.$strict>>;

/** One kind of fact: what it means for the case, what may be counted and shown (`data`), and what is about a person (`personal`). */
export interface EventDefinition<D extends Shape = Shape, P extends Shape = Shape> {
  readonly milestone: Milestone;
  readonly title: Sentence;
  readonly data: z.ZodObject<D, z.core.$strict>;
  readonly personal: z.ZodObject<P, z.core.$strict> | undefined;
}

export type EventDefinitions = Readonly<Record<string, EventDefinition<any, any>>>;

/** Defines an event. The compiler insists on the data its milestone promises to projections. */
export const event = <M extends Milestone, D extends Shape, P extends Shape = never>(
  milestone: M,
  title: Sentence,
  data: Infer<D> extends MilestoneData[M] ? D : never,
  personal?: P,
): EventDefinition<D, P> => ({
  milestone,
  title,
  data: z.strictObject(data),
  personal: personal && z.strictObject(personal),
});

/** The event union of a table of definitions: `{ type, data, personal? }`. */
export type EventOf<E extends EventDefinitions> = {
  [T in keyof E & string]: E[T] extends EventDefinition<infer D, infer P>
    ? { readonly type: T; readonly data: Infer<D> } & ([P] extends [never]
        ? { readonly personal?: never }
        : { readonly personal: Infer<P> })
    : never;
}[keyof E & string];

/** One intention: its name in addresses, who may have it, and the shape of what comes with it. */
export interface CommandDefinition<S extends Shape = Shape> {
  /** The last part of the address, e.g. `sign-in`. */
  readonly path: string;
  readonly title: Sentence;
  /** Roles that may give it; `policy` and `intake` are programs. */
  readonly by: readonly Role[];
  readonly shape: z.ZodObject<S, z.core.$strict>;
  /** The name under which an intake system reports the same thing: `cn.huiying.intake.<case type>.<intake>.v1`. */
  readonly intake?: string;
  /** True for what may be said again and again, such as a reminder: the law "a repeated command changes nothing" excepts it. */
  readonly repeatable?: true;
}

export type CommandDefinitions = Readonly<Record<string, CommandDefinition<any>>>;

export const command = <S extends Shape>(
  definition: Omit<CommandDefinition<S>, 'shape'> & { readonly shape: S },
): CommandDefinition<S> => ({ ...definition, shape: z.strictObject(definition.shape) });

export type CommandData<C> = C extends CommandDefinition<infer S> ? Infer<S> : never;

export type CommandOf<C extends CommandDefinitions> = {
  [T in keyof C & string]: { readonly type: T; readonly data: CommandData<C[T]> };
}[keyof C & string];
