import { type Sentence, say } from '@app/cases';
import { type CellOf, valueOf } from './cell';
import { amountOf, decimalText, sumOf } from './decimal';
import { type Form, type Identity, type IdentityKind, rowOf } from './form';
import type { Measure } from './measure';

export type IdentityStatus = 'pass' | 'fail' | 'warn' | 'cannot-judge';

/** One side of an identity. Figures are never negative, so what is known of a side is the least it can be. */
export interface Side {
  readonly codes: readonly string[];
  readonly text: Sentence;
  /** The sum, when every row of it is known. */
  readonly value: string | undefined;
  readonly known: string;
  readonly missing: readonly string[];
}

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

const amount = (text: string): bigint => amountOf(text) ?? 0n;

const verdicts: Record<'eq' | 'le', (left: Side, right: Side) => Verdict> = {
  eq: (left, right) => {
    const [least, most] = [amount(left.known), amount(right.known)];
    if (left.value !== undefined && right.value !== undefined) return least === most ? 'holds' : 'broken';
    if (left.value !== undefined && most > least) return 'broken';
    return right.value !== undefined && least > most ? 'broken' : 'unknown';
  },
  le: (left, right) => {
    const [least, most] = [amount(left.known), amount(right.known)];
    if (right.value !== undefined && least > most) return 'broken';
    return left.value !== undefined && least <= most ? 'holds' : 'unknown';
  },
};

const sideOf = (form: Form, codes: readonly string[], cellOf: CellOf): Side => {
  const values = codes.map((code) => ({ code, value: valueOf(cellOf(code)) }));
  const missing = values.flatMap(({ code, value }) => (value === undefined ? code : []));
  const known = sumOf(values.flatMap(({ value }) => value ?? []));
  const rows = codes.map((code) => rowOf(form, code));
  return {
    codes,
    text: say(rows.map(({ zh }) => zh).join(' ＋ '), rows.map(({ en }) => en).join(' + ')),
    value: missing.length ? undefined : known,
    known,
    missing,
  };
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

const check = (form: Form, identity: Identity, cellOf: CellOf, totals: ((measure: Measure) => number) | undefined): CheckedIdentity => {
  const [left, right] = [sideOf(form, identity.left, cellOf), sideOf(form, identity.right, cellOf)];
  const status = statusOf(identity.kind, verdicts[identity.kind.endsWith('eq') ? 'eq' : 'le'](left, right));
  const isComplete = left.value !== undefined && right.value !== undefined;
  const difference = isComplete ? decimalText(amount(left.known) - amount(right.known)) : undefined;
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
export const checkIdentities = (form: Form, cellOf: CellOf, totals?: (measure: Measure) => number): readonly CheckedIdentity[] =>
  form.identities.map((identity) => check(form, identity, cellOf, totals));
