import type { Due, Limits } from '@app/cases';
import type { CaseFacts } from './case-facts.columns';

type Ends = Readonly<Record<string, string>>;
type LimitCells = Pick<CaseFacts, 'limits' | 'missed_limits'>;

/** When a term ends: its last day, or the moment of a term in hours. */
export const endOf = ({ on, at }: Due): string => at ?? on;

export const isMoment = (end: string): boolean => end.length > 'YYYY-MM-DD'.length;

/** Whether what happened at `at`, on the day `on`, was after the end. */
export const isAfter = (end: string, at: string, on: string): boolean => (isMoment(end) ? Date.parse(at) >= Date.parse(end) : on > end);

const noEnds: Ends = {};

/** Most cases have none, and then nothing is parsed. */
export const endsIn = (limits: string | null): Ends => (limits === null ? noEnds : (JSON.parse(limits) as Ends));

const written = (ends: Ends): string | null => (ends === noEnds || Object.keys(ends).length === 0 ? null : JSON.stringify(ends));

const without = (ends: Ends, name: string): Ends => {
  const { [name]: _, ...others } = ends;
  return others;
};

/** The end of a clock moves from the ones to the others. */
const moved = (from: Ends, to: Ends, name: string): readonly [Ends, Ends] =>
  from[name] === undefined ? [from, to] : [without(from, name), { ...to, [name]: from[name] }];

/** A clock has run out: it stays open. */
export const withMissed = ({ limits, missed_limits }: LimitCells, name: string): LimitCells => {
  const [running, missed] = moved(endsIn(limits), endsIn(missed_limits), name);
  return { limits: written(running), missed_limits: written(missed) };
};

/** It had not run out yet, as is now known. */
export const withoutMissed = ({ limits, missed_limits }: LimitCells, name: string): LimitCells => {
  const [missed, running] = moved(endsIn(missed_limits), endsIn(limits), name);
  return { limits: written(running), missed_limits: written(missed) };
};

/** Clocks start and end. One that goes on to the same end stays missed. */
export const withLimits = ({ limits, missed_limits }: LimitCells, started: Limits): LimitCells => {
  let [running, missed] = [endsIn(limits), endsIn(missed_limits)];
  for (const [name, due] of Object.entries(started)) {
    if (due && missed[name] === endOf(due)) continue;
    running = due ? { ...running, [name]: endOf(due) } : without(running, name);
    missed = without(missed, name);
  }
  return { limits: written(running), missed_limits: written(missed) };
};

/** Whether what was to be done by the end of this clock is done in time at `at`; null where the clock does not run. */
export const limitTiming = ({ limits, missed_limits }: LimitCells, name: string, at: string, on: string): string | null => {
  if (endsIn(missed_limits)[name] !== undefined) return 'late';
  const end = endsIn(limits)[name];
  if (end === undefined) return null;
  return isAfter(end, at, on) ? 'late' : 'on-time';
};
