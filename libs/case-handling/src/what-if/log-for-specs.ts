import { answerClock, type Calendar, type Due, dueAfter, extendedBy, type Length, publishedCalendar, resumedAfter } from '@app/cases';
import { MemoryEventStore, type NewEvent, newEventId } from '@app/event-store';

/** For specs: what happened to a case, on a day of business time at ten o'clock. */
export type Happened = readonly [on: string, type: string, data?: object];

const at = (on: string): string => (on.length > 10 ? on : `${on}T10:00:00+08:00`);

export const reckoning = (calendar: Calendar = publishedCalendar) => ({ calendar, local: { edition: 'default', dueSoon: 1 } });

export const term = (amount: number, unit: Length['unit'] = 'working-day', rule = 'hotline-ordinary') => ({ amount, unit, rule });

export const dueFrom = (on: string, length = term(15), calendar?: Calendar): Due => dueAfter(at(on), length, reckoning(calendar));

export const extended = (due: Due, length = term(5, 'working-day', 'hotline-extension')): Due => extendedBy(due, length, reckoning());

export const resumed = (due: Due, from: string, to: string): Due => resumedAfter(due, { from, to, why: 'fee' }, reckoning());

export const overdue = ({ on }: Due): object => ({ clock: answerClock, on });

/** For specs: a log of these cases, one after the other, recorded at the time of each happening. */
export class SpecLog {
  private now = '2000-01-01T00:00:00Z';
  readonly store = new MemoryEventStore(() => new Date(this.now));
  private cases = 0;

  async append(stream: string, [on, type, data = {}]: Happened): Promise<void> {
    this.now = new Date(Math.max(Date.parse(this.now), Date.parse(at(on)))).toISOString();
    const event: NewEvent = {
      id: newEventId(),
      type,
      data: JSON.stringify(data),
      metadata: JSON.stringify({ occurredAt: at(on), by: { id: 'li-na', unit: 'gov-office' } }),
    };
    await this.store.append(stream, 'any', [event]);
  }

  /** Returns the number of the case, `A-1` for the first. */
  async case(type: string, registered: string, [first, ...others]: readonly [Happened, ...Happened[]]): Promise<string> {
    this.cases += 1;
    const caseNumber = `A-${this.cases}`;
    const [on, , data] = first;
    await this.append(`${type}-${this.cases}`, [on, registered, { caseNumber, channel: 'phone', kind: 'help', ...data }]);
    for (const each of others) await this.append(`${type}-${this.cases}`, each);
    return caseNumber;
  }

  complaint(...happened: readonly [Happened, ...Happened[]]): Promise<string> {
    return this.case('complaint', 'ComplaintRegistered', happened);
  }

  disclosure(...happened: readonly [Happened, ...Happened[]]): Promise<string> {
    return this.case('disclosure', 'DisclosureRegistered', happened);
  }

  /** Goes on to a day without a case. */
  async until(on: string): Promise<void> {
    await this.append('diary', [on, 'DayPassed']);
  }
}
