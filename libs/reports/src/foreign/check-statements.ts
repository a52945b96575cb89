import { say } from '@app/cases';
import { decimalText } from '../decimal';
import type { Statement } from '../form';
import { amount, type Checked, isComplete, type Side, sideOf } from '../side';
import type { Finding, ForeignVerdict } from './foreign-report';
import { figureOf, textOf } from './foreign-cells';
import { missingFrom, shownSide } from './sides';

export type Narrative = Readonly<Record<string, unknown>>;

/** A sum with blank cells is at least what is known of it. */
const verdictOver = (said: string, side: Side): ForeignVerdict => {
  if (isComplete(side)) return side.value === said ? 'pass' : 'fail';
  return side.isLeast && amount(side.known) > amount(said) ? 'fail' : 'cannot-judge';
};

const better: readonly ForeignVerdict[] = ['pass', 'cannot-judge', 'warn', 'fail'];

const reasons: Readonly<Record<ForeignVerdict, Finding['reason']>> = {
  pass: say('正文与表格一致', 'the text agrees with the table'),
  fail: say('正文与表格不一致', 'the text does not agree with the table'),
  warn: say('正文与表格可能不一致', 'the text may not agree with the table'),
  'cannot-judge': say('表格有空白', 'the table has blanks'),
};

/** What the text says, beside the sum it may be: of several the one that comes nearest to agreeing. */
const check = (checked: Checked, said: unknown, { id, title, oneOf, why }: Statement): Finding => {
  const value = figureOf(said);
  if (value === undefined)
    return { id, what: title, left: textOf(said), verdict: 'cannot-judge', reason: say('正文不是一个数', 'the text gives no number') };
  const judged = oneOf.map((terms) => {
    const side = sideOf(checked, terms);
    return { side, verdict: verdictOver(value, side) };
  });
  const [best] = judged.toSorted((one, other) => better.indexOf(one.verdict) - better.indexOf(other.verdict));
  if (!best) throw new Error(`${id} says nothing`);
  const { side, verdict } = best;
  const plain = verdict === 'cannot-judge' ? missingFrom(checked.form, [side]) : reasons[verdict];
  return {
    id,
    what: title,
    left: value,
    right: shownSide(side),
    difference: isComplete(side) ? decimalText(amount(value) - amount(side.known)) : undefined,
    verdict,
    reason: why && verdict === 'pass' ? say(`${plain.zh}（${why.zh}）`, `${plain.en} (${why.en})`) : plain,
  };
};

/** Every figure of the text that the form has a sum for; what the text does not say is not asked. */
export const checkStatements = (checked: Checked, narrative: Narrative): readonly Finding[] =>
  (checked.form.statements ?? []).flatMap((statement) =>
    Object.hasOwn(narrative, statement.says) ? [check(checked, narrative[statement.says], statement)] : [],
  );
