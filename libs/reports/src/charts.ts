import type { CubeRow } from './measure';
import { type RatingRow, ratingsOver } from './ratings';
import { type Rate, type SatisfactionFormulaId, satisfactionRate } from './satisfaction';

/** Cases received through one channel, by month: twelve figures, January first. */
export interface ChannelMonths {
  readonly channel: string;
  readonly months: readonly number[];
}

/** The rate of a month; without ratings it has no value, which is neither 0 nor 100 per cent. */
export interface MonthRate {
  readonly month: number;
  readonly rate: Rate;
}

export interface UnitTimings {
  readonly unit: string;
  readonly onTime: number;
  readonly extended: number;
  readonly late: number;
}

/** The figures of the charts beside a report, without any look. A list is empty when there is nothing to draw. */
export interface ReportCharts {
  readonly year: number;
  readonly received: readonly ChannelMonths[];
  readonly satisfaction: readonly MonthRate[];
  /** Cases answered in the year for which a term ran, by the unit that answered, most first. */
  readonly timings: readonly UnitTimings[];
}

const twelve: readonly number[] = Array.from({ length: 12 }, (_, index) => index + 1);

const textIn = (row: CubeRow, column: 'channel' | 'unit' | 'timing'): string => {
  const value = row[column];
  if (value === undefined) throw new Error(`the totals were fetched without ${column}`);
  return value;
};

const monthIn = ({ month }: { readonly month?: number }): number => {
  if (month === undefined) throw new Error('the rows were fetched without month');
  return month;
};

const sumsBy = (rows: readonly CubeRow[], keyOf: (row: CubeRow) => string): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row);
    sums.set(key, (sums.get(key) ?? 0) + row.n);
  }
  return sums;
};

const namesOf = (rows: readonly CubeRow[], column: 'channel' | 'unit'): readonly string[] =>
  [...new Set(rows.map((row) => textIn(row, column)))].toSorted();

const receivedByChannel = (rows: readonly CubeRow[]): readonly ChannelMonths[] => {
  const sums = sumsBy(rows, (row) => `${monthIn(row)} ${textIn(row, 'channel')}`);
  return namesOf(rows, 'channel')
    .map((channel) => ({ channel, months: twelve.map((month) => sums.get(`${month} ${channel}`) ?? 0) }))
    .filter(({ months }) => months.some((n) => n > 0));
};

const timingsByUnit = (rows: readonly CubeRow[]): readonly UnitTimings[] => {
  const sums = sumsBy(rows, (row) => `${textIn(row, 'timing')} ${textIn(row, 'unit')}`);
  const total = ({ onTime, extended, late }: UnitTimings): number => onTime + extended + late;
  return namesOf(rows, 'unit')
    .map((unit) => {
      const of = (timing: string): number => sums.get(`${timing} ${unit}`) ?? 0;
      return { unit, onTime: of('on-time'), extended: of('extended'), late: of('late') };
    })
    .filter((timings) => total(timings) > 0)
    .toSorted((one, other) => total(other) - total(one));
};

const rateByMonth = (year: number, rows: readonly RatingRow[], formula: SatisfactionFormulaId): readonly MonthRate[] => {
  const rates = twelve.map((month) => {
    const those = rows.filter((row) => monthIn(row) === month);
    return { month, rate: satisfactionRate(formula, ratingsOver(year, those)({})) };
  });
  return rates.some(({ rate }) => rate.value !== undefined) ? rates : [];
};

/**
 * The figures of the charts of a year. The cube needs the bases `received` and `answered` with month, channel, unit and timing, the ratings
 * need the month; rows of other years and bases are left out.
 */
export const chartsOf = (
  year: number,
  cube: readonly CubeRow[],
  ratings: readonly RatingRow[],
  formula: SatisfactionFormulaId = 'strict',
): ReportCharts => {
  const of = (basis: CubeRow['basis']) => cube.filter((row) => row.year === year && row.basis === basis);
  return {
    year,
    received: receivedByChannel(of('received')),
    satisfaction: rateByMonth(year, ratings, formula),
    timings: timingsByUnit(of('answered')),
  };
};
