import { addDays, findCaseType, kindOf } from '@app/cases';
import type { CaseFacts } from './case-facts';
import { endsIn, isMoment } from './case-facts.limits';
import type { Table, View } from './projection';

/** When to look at a case again although nobody acts: the earliest day on which a silence may have to be recorded. */
export type Alarm = {
  readonly case_id: string;
  readonly case_type: string;
  readonly wake_on: string;
};

export const alarmsTable: Table<Alarm> = {
  name: 'alarms',
  columns: { case_id: 'text', case_type: 'text', wake_on: 'text' },
  nullable: [],
  key: ['case_id'],
  indexes: [['wake_on']],
};

/** Within a month only the last two digits change; a rebuild asks for every case, and reckoning with dates is slow. */
const nextDay = (date: string): string => {
  const day = Number(date.slice(8));
  return day < 28 ? `${date.slice(0, 8)}${day < 9 ? '0' : ''}${day + 1}` : addDays(date, 1);
};

/** The day on which a term has run out: the one after its last, or of a term in hours the one in which it ends. */
const dayAfter = (end: string): string => (isMoment(end) ? end.slice(0, 10) : nextDay(end));

const earlier = (one: string | undefined, other: string): string => (one !== undefined && one < other ? one : other);

const answerWakes = ({ clock, paused, near, soon_on, due_on, due_at }: CaseFacts): string | undefined => {
  if (clock !== 'running' || paused === 1 || due_on === null) return undefined;
  return near === 0 && soon_on !== null ? soon_on : dayAfter(due_at ?? due_on);
};

/** Whether something is recorded when this clock of a case runs out: nothing is of a window, whose rules compare dates. */
const rings = (caseType: string, clock: string): boolean => findCaseType(caseType)?.lapses?.[kindOf(clock)] !== 'window';

const limitWakes = ({ case_type, limits }: CaseFacts, before: string | undefined): string | undefined => {
  let first = before;
  for (const [name, end] of Object.entries(endsIn(limits))) if (rings(case_type, name)) first = earlier(first, dayAfter(end));
  return first;
};

/** A case has none when no clock of it runs, closed or not: some clocks begin when it is closed. */
export const alarms: View<CaseFacts, Alarm> = {
  kind: 'view',
  table: alarmsTable,
  reads: ['clock', 'paused', 'near', 'soon_on', 'due_on', 'due_at', 'limits'],
  of: (facts) => {
    const answer = answerWakes(facts);
    const wakeOn = facts.limits === null ? answer : limitWakes(facts, answer);
    return wakeOn === undefined ? undefined : { case_id: facts.case_id, case_type: facts.case_type, wake_on: wakeOn };
  },
};
