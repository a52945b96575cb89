import { type Sentence, say } from '@app/cases';
import type { Cell } from './cell';
import { amountOf, decimalText } from './decimal';
import type { Form } from './form';
import { cellOf, type Report } from './report';

/** What a cell says: its state, and the text that is printed. */
export type Said = Pick<Cell, 'state' | 'text'>;

/** One cell in two reports. */
export interface CellDifference {
  readonly code: string;
  readonly title: Sentence;
  /** The unit printed on the form. */
  readonly unit: string | null;
  readonly before: Said;
  readonly after: Said;
  readonly differs: boolean;
  /** After less before, as exact decimal text; absent unless both are numbers. */
  readonly difference?: string;
}

const said = ({ state, text }: Cell): Said => ({ state, text });

const amountIn = (cell: Cell): bigint | undefined => (cell.state === 'number' ? amountOf(cell.value) : undefined);

const changeOf = (before: Cell, after: Cell): string | undefined => {
  const [from, to] = [amountIn(before), amountIn(after)];
  return from === undefined || to === undefined ? undefined : decimalText(to - from);
};

/**
 * Every figure of two reports on the same form beside each other, in the order of the form; headers, which say nothing, are left out.
 * @throws when one of the reports has not all cells of the form
 */
export const differencesOf = (form: Form, before: Report, after: Report): readonly CellDifference[] =>
  form.rows
    .filter(({ kind }) => kind === 'value')
    .map(({ code, zh, en, unit }) => {
      const [one, other] = [cellOf(before, code), cellOf(after, code)];
      const difference = changeOf(one, other);
      return {
        code,
        title: say(zh, en),
        unit,
        before: said(one),
        after: said(other),
        differs: one.state !== other.state || one.text !== other.text,
        ...(difference !== undefined && { difference }),
      };
    });
