import { type Actor, type Calendar, type Context, type Editions, publishedCalendar, rulesOn, type Units } from '@app/cases';

/** What rules are asked under: the calendar as it is known now, the local rules of the day a case was received, the units. */
export class Circumstances {
  /** Replaced when a holiday notice is recorded. */
  calendar: Calendar = publishedCalendar;

  constructor(
    readonly units: Units,
    readonly editions: Editions,
  ) {}

  /** @param receivedOn the business date on which the case was received; the edition of that day holds to its end */
  of(receivedOn: string): Pick<Context, 'calendar' | 'local' | 'units'> {
    return { calendar: this.calendar, local: rulesOn(this.editions, receivedOn), units: this.units };
  }

  /** The units of which no report of wrongdoing may ever be shown to this person: the own one, and those above it. */
  hiddenFrom({ unit }: Pick<Actor, 'unit'>): readonly string[] {
    return this.units.above(unit);
  }
}
