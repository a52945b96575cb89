import { type Sentence, say } from '@app/cases';
import type { Cell, CellOf } from '../cell';
import { amountOf, decimalText, isWhole } from '../decimal';
import { isMeasured } from '../declared-codes';
import type { Form, Row } from '../form';
import type { Finding, ForeignReport } from './foreign-report';

/** As it stands in the file: `7730.28` of a number; undefined of what is neither a number nor a text. */
export const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.trim() : undefined;
};

/** The exact figure, when it is a decimal number that can be. */
export const figureOf = (value: unknown): string | undefined => {
  const amount = amountOf(textOf(value) ?? '');
  return amount === undefined ? undefined : decimalText(amount);
};

const mayBeNegative = ({ figure }: Row): boolean => figure.kind === 'declared' && figure.signed === true;

/** What is wrong with a cell by itself. */
const wrongWith = (row: Row | undefined, value: unknown): Sentence | undefined => {
  if (row?.kind !== 'value') return say('该格式没有这一格', 'the form has no such cell');
  const text = textOf(value) ?? '';
  if (/^-?\d+\.\d{5,}$/.test(text)) return say('超过四位小数', 'more than four decimals');
  const amount = amountOf(text);
  if (amount === undefined) return say('不是数字', 'not a number');
  if (amount < 0n && !mayBeNegative(row)) return say('数值为负', 'a negative figure');
  if (!isWhole(amount) && !isMeasured(row.unit)) return say(`以“${row.unit}”计的数应为整数`, 'counted things are whole');
  return undefined;
};

const shown = (value: unknown): string => textOf(value) ?? JSON.stringify(value) ?? '';

/** The cells that cannot be right whatever stands beside them. */
export const checkCells = (form: Form, { cells }: ForeignReport): readonly Finding[] => {
  const rows = new Map(form.rows.map((row) => [row.code, row]));
  return Object.entries(cells).flatMap(([code, value]): Finding[] => {
    const row = rows.get(code);
    const reason = wrongWith(row, value);
    return reason ? [{ id: `cell:${code}`, what: say(row?.zh ?? code, row?.en ?? code), left: shown(value), verdict: 'fail', reason }] : [];
  });
};

/** The cells as they were published. What is absent, or cannot be right by itself, is blank; nothing blank is zero. */
export const cellsOfForeign = (form: Form, { cells }: ForeignReport): CellOf => {
  const rows = new Map(form.rows.map((row) => [row.code, row]));
  return (code): Cell => {
    const isUsable = Object.hasOwn(cells, code) && wrongWith(rows.get(code), cells[code]) === undefined;
    const value = isUsable ? figureOf(cells[code]) : undefined;
    return value === undefined
      ? { code, state: 'blank', text: '', origin: 'declared' }
      : { code, state: 'number', value, text: value, origin: 'declared' };
  };
};
