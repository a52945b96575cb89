import { type Sentence, say } from '@app/cases';
import { type Cell, type CellOf, valueOf } from './cell';
import { type Amount, amountOf, decimalText } from './decimal';
import { codeOf, type Form, rowOf, type Term } from './form';

/**
 * One side of an identity. Figures are never negative, so what is known of a side is the least it can be, unless what is not
 * known is taken away.
 */
export interface Side {
  readonly codes: readonly string[];
  readonly text: Sentence;
  /** The sum, when every row of it is known. */
  readonly value: string | undefined;
  readonly known: string;
  readonly missing: readonly string[];
  /** What is not known can only make it more. */
  readonly isLeast: boolean;
}

/** A figure that was checked before. */
export const amount = (text: string): Amount => amountOf(text) ?? 0n;

export const isComplete = (side: Side): boolean => side.value !== undefined;

/** What identities are checked over: the cells of the report, and of the one of the year before where there is one. */
export interface Checked {
  readonly form: Form;
  readonly cellOf: CellOf;
  /** Undefined for a code that report does not have. */
  readonly previous?: ((code: string) => Cell | undefined) | undefined;
}

const isPrevious = (term: Term): boolean => typeof term !== 'string' && term.of === 'previous-year';
const isLess = (term: Term): boolean => typeof term !== 'string' && term.less === true;

const valueOfTerm = ({ cellOf, previous }: Checked, term: Term): string | undefined => {
  const cell = isPrevious(term) ? previous?.(codeOf(term)) : cellOf(codeOf(term));
  return cell && valueOf(cell);
};

const named = (form: Form, term: Term): Sentence => {
  const { zh, en } = rowOf(form, codeOf(term));
  return isPrevious(term) ? say(`上年${zh}`, `last year’s ${en}`) : say(zh, en);
};

const spoken = (form: Form, terms: readonly Term[], language: 'zh' | 'en', signs: readonly [string, string]): string =>
  terms.map((term, index) => `${isLess(term) ? signs[1] : index > 0 ? signs[0] : ''}${named(form, term)[language]}`).join('');

/** The sum of terms, as far as they are known. */
export const sideOf = (checked: Checked, terms: readonly Term[]): Side => {
  const values = terms.map((term) => ({ term, value: valueOfTerm(checked, term) }));
  const missing = values.flatMap(({ term, value }) => (value === undefined ? codeOf(term) : []));
  const known = decimalText(values.reduce((sum, { term, value = '0' }) => (isLess(term) ? sum - amount(value) : sum + amount(value)), 0n));
  return {
    codes: terms.map(codeOf),
    text: say(spoken(checked.form, terms, 'zh', [' ＋ ', ' － ']), spoken(checked.form, terms, 'en', [' + ', ' - '])),
    value: missing.length ? undefined : known,
    known,
    missing,
    isLeast: !values.some(({ term, value }) => value === undefined && isLess(term)),
  };
};
