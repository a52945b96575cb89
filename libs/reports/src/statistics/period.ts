import { addDays, addMonths } from '@app/cases';

/** Calendar days in Asia/Shanghai, both included. */
export interface Period {
  /** `2023-09`, `2017-Q2`, `2011`, or `2018-03-01/2018-03-31`. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

const shape = /^(20\d\d|2100)(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/;

const months = (name: string, first: string, count: number): Period => ({ name, from: first, to: addDays(addMonths(first, count), -1) });

/** The month, quarter or year of this name, or undefined. */
export const periodNamed = (name: string): Period | undefined => {
  const [, year, quarter, month] = shape.exec(name) ?? [];
  if (year === undefined) return undefined;
  if (quarter !== undefined) return months(name, `${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`, 3);
  return month === undefined ? months(name, `${year}-01-01`, 12) : months(name, `${year}-${month}-01`, 1);
};

/** Any days in a row. */
export const periodBetween = (from: string, to: string): Period => ({ name: `${from}/${to}`, from, to });
