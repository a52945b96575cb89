import { type CaseType, type Context, roles } from '@app/cases';
import fc from 'fast-check';
import { usualCircumstances, usualUnits } from '../circumstances';

/** What a turn of a history is made of; which command it becomes depends on what is possible by then. */
export interface Turn {
  readonly command: number;
  readonly data: number;
  /** The situation of the case that it names, if it names one. */
  readonly named: number;
  readonly context: Context;
  /** Any command, also one that is not possible. */
  readonly stubborn: boolean;
  /** Given by somebody of whatever unit, also of one that has nothing to do with the case. */
  readonly anybody: boolean;
  /** Rather something that has not been done yet. */
  readonly curious: boolean;
  /** Rather something that does not end the case. */
  readonly lively: boolean;
  /** Hours since the turn before it, where time runs on. */
  readonly wait: number;
}

/** How many data there are for each command. */
export const samples = 60;

const instants = fc
  .date({ min: new Date('2008-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** Time, actor and case number as they accompany a command. */
export const contextsOf = ({ prefix }: CaseType): fc.Arbitrary<Context> =>
  fc.record({
    at: instants,
    by: fc.record({
      id: fc.constantFrom('li-na', 'wang-wei'),
      unit: fc.constantFrom(...usualUnits),
      roles: fc.subarray([...roles]),
    }),
    caseNumber: fc.nat(999_999).map((number) => `${prefix}-2018-${String(number).padStart(6, '0')}`),
    calendar: fc.constant(usualCircumstances.calendar),
    local: fc.constant(usualCircumstances.local),
    units: fc.constant(usualCircumstances.units),
  });

const days = (least: number, most: number): fc.Arbitrary<number> => fc.integer({ min: least * 24, max: most * 24 });

/** Mostly the same or the next days; now and then a term runs out, or a year. */
const waits = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 16 }) },
  { weight: 4, arbitrary: days(1, 6) },
  { weight: 2, arbitrary: days(7, 45) },
  { weight: 1, arbitrary: days(60, 400) },
);

const oneIn = (n: number): fc.Arbitrary<boolean> => fc.integer({ min: 1, max: n }).map((drawn) => drawn === 1);
const allButOneIn = (n: number): fc.Arbitrary<boolean> => oneIn(n).map((drawn) => !drawn);

export const turnsOf = (caseType: CaseType): fc.Arbitrary<readonly Turn[]> =>
  fc.array(
    fc.record({
      command: fc.nat(9_999),
      data: fc.nat(samples - 1),
      named: fc.nat(99),
      context: contextsOf(caseType),
      stubborn: oneIn(5),
      anybody: oneIn(4),
      curious: allButOneIn(3),
      lively: allButOneIn(4),
      wait: waits,
    }),
    { maxLength: 40, size: 'max' },
  );
