import { z } from 'zod';
import { Due } from './due';
import type { Milestone } from './milestones';

/** `answer`, `sign-in`, `co-unit:education`: what the clock is for, and for whom when there are several. */
export const ClockName = z.string().regex(/^[a-z][a-z-]*(:[a-z0-9-]+)?$/);

/** Clocks that an event starts, and with null ends. */
export const Limits = z.record(ClockName, Due.nullable());
export type Limits = z.infer<typeof Limits>;

/** The clock of the answer to the citizen; an event that carries `due` starts or moves it. */
export const answerClock = 'answer';

export interface OpenClock {
  readonly due: Due;
  /** The day on which it was stopped; absent while it runs. */
  readonly pausedOn?: string;
  /** When the silence was recorded that it is due soon, or was missed. */
  readonly nearAt?: string;
  readonly missedAt?: string;
}

/** The clocks that run or stand still, by name. */
export type Clocks = Readonly<Record<string, OpenClock>>;

export const noClocks: Clocks = {};

export const clocksOf = ({ clocks }: { readonly clocks?: Clocks }): Clocks => clocks ?? noClocks;

/** What comes before the colon: rules speak of all clocks of a kind. */
export const kindOf = (clock: string): string => clock.split(':', 1)[0] ?? clock;

const without = (clocks: Clocks, name: string): Clocks => {
  if (!(name in clocks)) return clocks;
  const { [name]: _, ...others } = clocks;
  return others;
};

const withMark = (clocks: Clocks, name: string, mark: Partial<OpenClock>): Clocks => {
  const clock = clocks[name];
  return clock ? { ...clocks, [name]: { ...clock, ...mark } } : clocks;
};

type Change = (clocks: Clocks, data: Readonly<Record<string, any>>, at: string) => Clocks;

const endsAll: Change = () => noClocks;

/** Beyond `due` and `limits`, what a milestone does to clocks. */
const changes: { readonly [M in Milestone]?: Change } = {
  answered: (clocks) => without(clocks, answerClock),
  closed: endsAll,
  concluded: endsAll,
  merged: endsAll,
  paused: (clocks, { since }) => withMark(clocks, answerClock, { pausedOn: since }),
  'due-soon': (clocks, { clock }, at) => withMark(clocks, clock, { nearAt: at }),
  overdue: (clocks, { clock }, at) => withMark(clocks, clock, { missedAt: at }),
  lapsed: (clocks, { clock }) => without(clocks, clock),
  'silence-withdrawn': (clocks, { clock }, at) => {
    const open = clocks[clock];
    if (!open) return clocks;
    const { nearAt, missedAt, ...unmarked } = open;
    const kept = (mark: string | undefined): boolean => mark !== undefined && Date.parse(mark) <= Date.parse(at);
    return { ...clocks, [clock]: { ...unmarked, ...(kept(nearAt) && { nearAt }), ...(kept(missedAt) && { missedAt }) } };
  },
};

/** What was said about a clock stays said when it goes on to the same end: nobody is told twice. */
const startedAs = (before: OpenClock | undefined, due: Due): OpenClock => {
  if (!before || before.due.on !== due.on || before.due.at !== due.at) return { due };
  const { pausedOn: _, ...said } = before;
  return { ...said, due };
};

const started = (clocks: Clocks, limits: Limits): Clocks => {
  const next: Record<string, OpenClock> = { ...clocks };
  for (const [name, due] of Object.entries(limits))
    if (due) next[name] = startedAs(clocks[name], due);
    else delete next[name];
  return next;
};

/** The clocks after an event. `at` is when it happened. */
export const clocksAfter = (clocks: Clocks, milestone: Milestone | undefined, data: Readonly<Record<string, any>>, at: string): Clocks => {
  const change = milestone && changes[milestone];
  const changed = change ? change(clocks, data, at) : clocks;
  const { due, limits } = data;
  const answering = due ? started(changed, { [answerClock]: due }) : changed;
  return limits ? started(answering, limits) : answering;
};
