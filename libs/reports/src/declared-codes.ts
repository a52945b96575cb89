import { type Sentence, say } from '@app/cases';
import { amountOf, isWhole } from './decimal';
import type { Row } from './form';
import { forms } from './forms';

/** A figure that no case can produce and staff may declare. */
export interface DeclarableFigure {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
  readonly number: 'whole' | 'decimal';
}

/** Units that are measured; everything else is counted. */
const measured = ['万元'];

const declarable = ({ zh, en, unit, figure }: Row): DeclarableFigure[] =>
  figure.kind === 'declared'
    ? [{ code: figure.code, zh, en, unit: unit ?? '', number: measured.includes(unit ?? '') ? 'decimal' : 'whole' }]
    : [];

/** Every declared row of every form, each code once, under the label of the first form that asks for it. */
export const declaredCodes: ReadonlyMap<string, DeclarableFigure> = new Map(
  Object.values(forms)
    .flatMap(({ rows }) => rows.flatMap(declarable))
    .toReversed()
    .map((figure) => [figure.code, figure]),
);

/** What is wrong with declaring this value under this code, or undefined. */
export const checkDeclaration = (code: string, value: string): Sentence | undefined => {
  const figure = declaredCodes.get(code);
  if (!figure) return say(`没有可申报的数据项“${code}”`, `there is no declarable figure "${code}"`);
  if (/^-?\d+\.\d{5,}$/.test(value)) return say('最多保留四位小数', 'at most four decimals can be stated');
  const amount = amountOf(value);
  if (amount === undefined) return say(`“${value}”不是十进制数`, `"${value}" is not a decimal number`);
  if (amount < 0n) return say('数值不能为负', 'a figure cannot be negative');
  if (figure.number === 'whole' && !isWhole(amount))
    return say(`以“${figure.unit}”为单位的数据应为整数`, `${figure.en} is counted in whole numbers`);
  return undefined;
};
