import { type Sentence, say } from '@app/cases';
import { amountOf, isWhole } from './decimal';
import type { Row } from './form';
import { type FormBook, publishedForms } from './form-book';

/** A figure that no case can produce and staff may declare. */
export interface DeclarableFigure {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
  readonly number: 'whole' | 'decimal';
  /** It may be negative. */
  readonly signed: boolean;
}

export type DeclarableFigures = ReadonlyMap<string, DeclarableFigure>;

const measured = ['万元', '元'];

/** Whether what has this unit is measured; everything else is counted. */
export const isMeasured = (unit: string | null): boolean => unit !== null && measured.includes(unit);

const declarable = ({ zh, en, unit, figure }: Row): DeclarableFigure[] =>
  figure.kind === 'declared'
    ? [
        {
          code: figure.code,
          zh,
          en,
          unit: unit ?? '',
          number: isMeasured(unit) ? 'decimal' : 'whole',
          signed: figure.signed === true,
        },
      ]
    : [];

/** Every declared row of every form, each code once, under the label of the first form that asks for it. */
export const declarableIn = (book: FormBook): DeclarableFigures =>
  new Map(
    book
      .flatMap(({ rows }) => rows.flatMap(declarable))
      .toReversed()
      .map((figure) => [figure.code, figure]),
  );

/** Those of the forms that come with the program. */
export const declaredCodes = declarableIn(publishedForms);

/** What is wrong with declaring this value under this code, or undefined. */
export const checkDeclaration = (code: string, value: string, figures: DeclarableFigures = declaredCodes): Sentence | undefined => {
  const figure = figures.get(code);
  if (!figure) return say(`没有可申报的数据项“${code}”`, `there is no declarable figure "${code}"`);
  if (/^-?\d+\.\d{5,}$/.test(value)) return say('最多保留四位小数', 'at most four decimals can be stated');
  const amount = amountOf(value);
  if (amount === undefined) return say(`“${value}”不是十进制数`, `"${value}" is not a decimal number`);
  if (amount < 0n && !figure.signed) return say('数值不能为负', 'a figure cannot be negative');
  if (figure.number === 'whole' && !isWhole(amount))
    return say(`以“${figure.unit}”为单位的数据应为整数`, `${figure.en} is counted in whole numbers`);
  return undefined;
};

/** What is wrong with stating the figure in this unit of measurement: it is counted in the one that the form prints. */
export const checkMeasure = (code: string, measure: string, figures: DeclarableFigures = declaredCodes): Sentence | undefined => {
  const figure = figures.get(code);
  if (!figure || figure.unit === measure) return undefined;
  return figure.unit === ''
    ? say(`本项没有计量单位，不应填“${measure}”`, `${figure.en} has no unit of measurement, not "${measure}"`)
    : say(`本项以“${figure.unit}”为单位，不是“${measure}”`, `${figure.en} is stated in ${figure.unit}, not in "${measure}"`);
};

/** Whether two decimal texts state the same amount: `205` and `205.00` do. */
export const sameFigure = (one: string, other: string): boolean => one === other || (amountOf(one) ?? one) === (amountOf(other) ?? other);
