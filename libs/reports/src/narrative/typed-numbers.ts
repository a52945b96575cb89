import type { Cell } from '../cell';
import { amountOf } from '../decimal';
import type { Part } from './template';

/** A number that somebody has typed into a text instead of a field. */
export interface TypedNumber {
  /** Without thousands separators. */
  readonly number: string;
  readonly unit: string;
}

/** Articles of law are numbers too, and no figures: 第36条. */
const typed = /(?<![第\d.,])(\d[\d,]*(?:\.\d+)?)\s*[余多]?\s*(人次|万元|件|条|次|个|项|篇|起|人|元|％|%)/g;

const halfWidth = (text: string): string => text.replaceAll(/[０-９．，]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/** The numbers in a text that stand before a unit of counting, each once. */
export const typedNumbers = (parts: readonly Part[]): readonly TypedNumber[] => {
  const found = parts
    .flatMap((part) => (part.kind === 'text' ? [...halfWidth(part.text).matchAll(typed)] : []))
    .map(([, number = '', unit = '']) => ({ number: number.replaceAll(',', ''), unit: unit === '％' ? '%' : unit }));
  return [...new Map(found.map((each) => [`${each.number}${each.unit}`, each])).values()];
};

/** The codes of the cells in which the same number stands. */
export const cellsWith = (number: string, cells: readonly Cell[]): readonly string[] => {
  const amount = amountOf(number);
  return amount === undefined
    ? []
    : cells.flatMap((cell) => (cell.state === 'number' && amountOf(cell.value) === amount ? [cell.code] : []));
};
