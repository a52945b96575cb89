import { addDays, type Calendar, type Due, dueAfter, extendedBy, type Length, resumedAfter } from '@app/cases';

/** "Soon" is said of no case in a run that is only supposed, so when it would have been does not matter. */
const reckoningBy = (calendar: Calendar, edition = '') => ({ calendar, local: { edition, dueSoon: 1 } });

/**
 * A due date that says from when it ran and how long, and so can be reckoned anew. Those of the oldest events do not; once moved on from,
 * they stand for a term of nothing.
 */
export type Reckonable = Due & Required<Pick<Due, 'from' | 'amount' | 'unit'>>;

export const isReckonable = (due: Due): due is Reckonable =>
  due.from !== undefined && due.unit !== undefined && due.amount !== undefined && due.amount > 0;

/** The moment a term in hours starts: the end of the day where only the day is known. */
const startOf = ({ from, startedAt }: Reckonable, { unit }: Length): string =>
  unit === 'hour' ? (startedAt ?? `${addDays(from, 1)}T00:00:00+08:00`) : from;

/** The same clock, started at the same time, with another length and by another calendar; pauses and extensions as they were. */
export const dueSupposed = (due: Reckonable, length: Length, calendar: Calendar): Due => {
  const reckoning = reckoningBy(calendar, due.edition);
  const started: Due = { ...dueAfter(startOf(due, length), { ...length, rule: due.rule }, reckoning), from: due.from };
  const paused = (due.pauses ?? []).reduce<Due>((clock, pause) => resumedAfter(clock, pause, reckoning), started);
  return (due.extensions ?? []).reduce<Due>((clock, extension) => extendedBy(clock, extension, reckoning), paused);
};

export const endsAlike = (one: Due, other: Due): boolean => one.on === other.on && one.at === other.at;

/** The same length, and the same end: whatever comes later moves both alike. */
export const isSameTerm = (one: Due, other: Due): boolean =>
  endsAlike(one, other) && one.amount === other.amount && one.unit === other.unit;
