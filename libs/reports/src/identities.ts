import { type Sentence, say } from '@app/cases';
import { decimalText, sumOf } from './decimal';
import type { Identity, IdentityKind } from './form';
import type { Measure } from './measure';
import { amount, type Checked, isComplete, type Side, sideOf } from './side';

export type IdentityStatus = 'pass' | 'fail' | 'warn' | 'cannot-judge';

export interface CheckedIdentity {
  readonly id: string;
  readonly kind: IdentityKind;
  readonly status: IdentityStatus;
  readonly left: Side;
  readonly right: Side;
  /** Left minus right, as far as both are known. */
  readonly difference: string | undefined;
  readonly why: Sentence;
  /** Cases the form has no row for, when the identity does not hold. */
  readonly leftOut: readonly { readonly title: Sentence; readonly n: string }[];
  /** The cases left out make up the whole difference. */
  readonly accountedFor: boolean;
}

type Verdict = 'holds' | 'broken' | 'unknown';

const verdicts: Record<'eq' | 'le', (left: Side, right: Side) => Verdict> = {
  eq: (left, right) => {
    const [least, most] = [amount(left.known), amount(right.known)];
    if (isComplete(left) && isComplete(right)) return least === most ? 'holds' : 'broken';
    if (isComplete(left) && right.isLeast && most > least) return 'broken';
    return isComplete(right) && left.isLeast && least > most ? 'broken' : 'unknown';
  },
  le: (left, right) => {
    const [least, most] = [amount(left.known), amount(right.known)];
    if (isComplete(right) && (isComplete(left) || left.isLeast) && least > most) return 'broken';
    return isComplete(left) && (isComplete(right) || right.isLeast) && least <= most ? 'holds' : 'unknown';
  },
};

const reason = (status: IdentityStatus, { left, right }: { left: Side; right: Side }, { why, kind }: Identity): Sentence => {
  const missing = [...left.missing, ...right.missing].join(', ');
  if (status === 'cannot-judge') return say(`缺少数据，无法判断：${missing}`, `cannot be judged: nothing is known of ${missing}`);
  const sign = kind.endsWith('eq') ? ['＝', '='] : ['≤', '≤'];
  const atLeast = (side: Side) => (side.value === undefined ? ['至少 ', 'at least '] : ['', '']);
  const [[leftZh, leftEn], [rightZh, rightEn]] = [atLeast(left), atLeast(right)];
  const zh = `${leftZh}${left.known} ${sign[0]} ${rightZh}${right.known} ${status === 'pass' ? '成立' : '不成立'}`;
  const en = `${leftEn}${left.known} ${sign[1]} ${rightEn}${right.known} ${status === 'pass' ? 'holds' : 'does not hold'}`;
  return why ? say(`${zh}（${why.zh}）`, `${en} (${why.en})`) : say(zh, en);
};

const statusOf = (kind: IdentityKind, verdict: Verdict): IdentityStatus => {
  if (verdict === 'unknown') return 'cannot-judge';
  if (verdict === 'holds') return 'pass';
  return kind.startsWith('warn-') ? 'warn' : 'fail';
};

const check = (checked: Checked, identity: Identity, totals: ((measure: Measure) => number) | undefined): CheckedIdentity => {
  const [left, right] = [sideOf(checked, identity.left), sideOf(checked, identity.right)];
  const status = statusOf(identity.kind, verdicts[identity.kind.endsWith('eq') ? 'eq' : 'le'](left, right));
  const difference = isComplete(left) && isComplete(right) ? decimalText(amount(left.known) - amount(right.known)) : undefined;
  const isBroken = status === 'fail' || status === 'warn';
  const leftOut =
    isBroken && totals
      ? (identity.leftOut ?? []).map(({ title, measure }) => ({ title, n: String(totals(measure)) })).filter(({ n }) => n !== '0')
      : [];
  return {
    id: identity.id,
    kind: identity.kind,
    status,
    left,
    right,
    difference,
    why: reason(status, { left, right }, identity),
    leftOut,
    accountedFor: leftOut.length > 0 && sumOf(leftOut.map(({ n }) => n)) === difference,
  };
};

/** Checks every identity of a form against its cells; with the totals at hand it also says which cases account for a difference. */
export const checkIdentities = (checked: Checked, totals?: (measure: Measure) => number): readonly CheckedIdentity[] =>
  checked.form.identities.map((identity) => check(checked, identity, totals));
