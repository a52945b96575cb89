import { addDays, answerClock, businessDate, type Due, type Milestone, retimed } from '@app/cases';
import type { CaseFacts, ProjectedEvent } from '@app/projections';
import { noticesIn, type SupposedCalendars } from './supposed-calendars';
import { endsAlike, isSameTerm } from './supposed-due';
import type { SupposedTerms } from './supposed-terms';

/** A clock of an answer that would have had another term or another end. */
interface Altered {
  due: Due;
  /** The notices it has been reckoned with. */
  notices: number;
}

interface Moment {
  /** An instant of business time. */
  readonly at: string;
  readonly position: number;
}

type Take = (event: ProjectedEvent) => void;

/** What becomes of the clocks of answers under other terms and on other holidays. */
export interface SupposedClocks {
  /** Whether time alone would have brought anything to this case. */
  alters(id: string): boolean;
  /** Lets time pass for a case up to a moment: what it would have brought is taken. */
  pass(row: CaseFacts, until: Moment, take: Take): void;
  /** The event as it would have been; undefined for a silence that would not have been one. */
  instead(event: ProjectedEvent): ProjectedEvent | undefined;
  readonly altered: Iterable<string>;
}

const silences: readonly (Milestone | undefined)[] = ['due-soon', 'overdue', 'silence-withdrawn'];

const isSilenceOfAnswer = ({ milestone, data }: ProjectedEvent): boolean => silences.includes(milestone) && data['clock'] === answerClock;

const startOf = (date: string): string => `${date}T00:00:00+08:00`;

/** The moment from which the term of the answer is over. */
const endOf = ({ due_on, due_at }: CaseFacts): string => due_at ?? startOf(addDays(due_on!, 1));

const isOver = ({ due_on, due_at }: CaseFacts, at: string): boolean =>
  due_at === null ? businessDate(at) > due_on! : Date.parse(at) >= Date.parse(due_at);

/** An event that nobody recorded, at that moment in the life of the case. */
const unrecorded = (row: CaseFacts, milestone: Milestone, at: string, data: ProjectedEvent['data']): ProjectedEvent => ({
  position: row.position,
  stream: `${row.case_type}-${row.case_id}`,
  revision: row.revision,
  category: row.case_type,
  id: row.case_id,
  type: milestone,
  milestone,
  occurredAt: at,
  recordedAt: '',
  by: { id: '', unit: '' },
  data,
});

/** The silences that fall up to a moment, by the rules by which they are recorded: missed, or after all not missed by then. */
const fallSilent = (row: CaseFacts, at: string, take: Take): void => {
  const isMissed = row.clock === 'missed';
  const over = isOver(row, at);
  const silence = { clock: answerClock, on: row.due_on };
  if (over && !isMissed && row.paused === 0) take(unrecorded(row, 'overdue', endOf(row), silence));
  if (!over && isMissed) take(unrecorded(row, 'silence-withdrawn', at, silence));
};

export const supposedClocks = (terms: SupposedTerms, calendars: SupposedCalendars): SupposedClocks => {
  const altered = new Map<string, Altered>();

  /** A holiday notice moves a clock that runs, and takes back what was said of its end since the first day of the notice. */
  const noticed = (row: CaseFacts, clock: Altered, index: number, take: Take): void => {
    const { recordedAt, firstDay } = calendars.notice(index);
    fallSilent(row, recordedAt, take);
    clock.notices = index + 1;
    if (row.paused === 1) return;
    const due = retimed(clock.due, { calendar: calendars.after(index + 1), local: { edition: '', dueSoon: 1 } });
    if (endsAlike(due, clock.due)) return;
    clock.due = due;
    if (row.clock === 'missed') take(unrecorded(row, 'silence-withdrawn', startOf(firstDay), { clock: answerClock }));
    take(unrecorded(row, 'retimed', recordedAt, { due }));
  };

  return {
    alters: (id) => altered.has(id),
    altered: { [Symbol.iterator]: () => altered.keys() },
    pass: (row, { at, position }, take) => {
      const clock = altered.get(row.case_id);
      if (!clock || row.clock === null || row.due_on === null) return;
      for (let index = clock.notices; index < calendars.knownAt(position); index += 1) noticed(row, clock, index, take);
      fallSilent(row, at, take);
    },
    instead: (event) => {
      const due = event.data['due'] as Due | undefined;
      if (!due) return altered.has(event.id) && isSilenceOfAnswer(event) ? undefined : event;
      const supposed = terms.due(event, due);
      if (isSameTerm(supposed, due)) {
        altered.delete(event.id);
        return event;
      }
      altered.set(event.id, { due: supposed, notices: noticesIn(due.calendar) });
      return { ...event, data: { ...event.data, due: supposed } };
    },
  };
};
