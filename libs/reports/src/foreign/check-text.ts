import { say } from '@app/cases';
import { decimalText, sumOf } from '../decimal';
import { fittingModes, percentage, placesOf } from '../satisfaction';
import { amount, type Checked, isComplete, sideOf } from '../side';
import type { Narrative } from './check-statements';
import { type TextClaim, textClaims, type TextShare, textShares, type TextSum, textSums } from './disclosure-texts';
import { figureOf, textOf } from './foreign-cells';
import type { Finding } from './foreign-report';
import { missingFrom, shownSide } from './sides';

const said = (narrative: Narrative, name: string): string | undefined =>
  Object.hasOwn(narrative, name) ? figureOf(narrative[name]) : undefined;

/** Asked only of a text that states them all. */
const checkSum =
  (narrative: Narrative) =>
  ({ id, title, total, parts }: TextSum): Finding[] => {
    const [whole, ...values] = [total, ...parts].map((name) => said(narrative, name));
    const stated = values.flatMap((value) => value ?? []);
    if (whole === undefined || stated.length < parts.length) return [];
    const left = sumOf(stated);
    const holds = left === whole;
    const text = `${stated.join('＋')} ${holds ? '＝' : '≠'} ${whole}`;
    return [
      {
        id,
        what: title,
        left,
        right: whole,
        difference: decimalText(amount(left) - amount(whole)),
        verdict: holds ? 'pass' : 'fail',
        reason: say(text, text),
      },
    ];
  };

const percent = /^\s*(\d+(?:\.\d{1,4})?)\s*[%％]\s*$/;

const ways = { 'half-up': say('四舍五入', 'rounded'), truncate: say('去尾', 'truncated') } as const;

/** A share agrees when rounding or truncating to its own places gives it. */
const checkShare =
  (narrative: Narrative) =>
  ({ id, title, says, part, whole }: TextShare): Finding[] => {
    const [, printed] = percent.exec(textOf(narrative[says]) ?? '') ?? [];
    const [numerator, denominator] = [said(narrative, part), said(narrative, whole)];
    if (printed === undefined || numerator === undefined || denominator === undefined) return [];
    const [over, under] = [Number(numerator), Number(denominator)];
    if (!Number.isSafeInteger(over) || !Number.isSafeInteger(under)) return [];
    const exact = percentage(over, under, { mode: 'half-up', places: placesOf(printed) });
    const [mode] = fittingModes(over, under, printed);
    const sum = `${over}÷${under}`;
    const reason = mode
      ? say(`${sum}，${ways[mode].zh}`, `${sum}, ${ways[mode].en}`)
      : say(`${sum}四舍五入或去尾都不是${printed}%`, `${sum} is ${printed}% neither rounded nor truncated`);
    const right = exact === undefined ? undefined : `${exact}%`;
    return [{ id, what: title, left: `${printed}%`, right, verdict: mode ? 'pass' : 'fail', reason }];
  };

const checkClaim =
  (checked: Checked, narrative: Narrative) =>
  ({ id, title, says, excludes }: TextClaim): Finding[] => {
    if (!narrative[says]) return [];
    const side = sideOf(checked, excludes);
    const finding = { id, what: title, left: shownSide(side), right: '0' };
    if (amount(side.known) > 0n)
      return [{ ...finding, verdict: 'fail', reason: say(`表四另有${side.known}件`, `table four has ${side.known} others`) }];
    return isComplete(side)
      ? [{ ...finding, verdict: 'pass', reason: say('表四没有其他情形', 'table four has no others') }]
      : [{ ...finding, verdict: 'cannot-judge', reason: missingFrom(checked.form, [side]) }];
  };

/** What a text beside tables three and four says about itself, and in words about the tables. */
export const checkText = (checked: Checked, narrative: Narrative): readonly Finding[] =>
  checked.form.statements
    ? [
        ...textSums.flatMap(checkSum(narrative)),
        ...textShares.flatMap(checkShare(narrative)),
        ...textClaims.flatMap(checkClaim(checked, narrative)),
      ]
    : [];
