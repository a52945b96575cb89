import { addDays, isWorkingDay } from '@app/cases';

const workingDays = (first: string, last: string): readonly string[] => {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) if (isWorkingDay(day)) days.push(day);
  return days;
};

/** Things that happen one after another, spread evenly over these days. */
export type Spread = (index: number, of: number) => string;

const spread = (first: string, last: string): Spread => {
  const days = workingDays(first, last);
  return (index, of) => days[Math.floor((index * days.length) / Math.max(1, of))] ?? first;
};

/** When what a year's report counts happens: far enough from both ends of the year for every term that must run out in it. */
export interface YearDays {
  readonly received: Spread;
  /** Open when the year began: received in time, and settled in the first days of the year. */
  readonly receivedBefore: Spread;
  readonly settledEarly: Spread;
  /** Open when the year ended. */
  readonly receivedLate: Spread;
  readonly settledAfter: Spread;
  readonly filed: Spread;
  readonly filedLate: Spread;
  /** The office declares what no case can produce. */
  readonly declaredOn: string;
}

/** The regulation of 2019 came into force on this day: what was received before it is answered by another. */
const regulation = '2019-05-15';

export const daysOf = (year: number): YearDays => {
  const on = (day: string, of = year): string => `${of}-${day}`;
  return {
    received: spread(year === 2019 ? regulation : on('01-04'), on('10-31')),
    receivedBefore: spread(on('12-15', year - 1), on('12-24', year - 1)),
    settledEarly: spread(on('01-05'), on('01-15')),
    receivedLate: spread(on('12-05'), on('12-24')),
    settledAfter: spread(on('01-05', year + 1), on('01-15', year + 1)),
    filed: spread(on('01-05'), on('08-31')),
    filedLate: spread(on('10-09'), on('12-20')),
    declaredOn: spread(on('01-08', year + 1), on('01-20', year + 1))(0, 1),
  };
};
