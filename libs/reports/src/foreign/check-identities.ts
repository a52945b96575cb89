import { type Sentence, say } from '@app/cases';
import { type CheckedIdentity, checkIdentities } from '../identities';
import type { Checked } from '../side';
import type { Finding } from './foreign-report';
import { missingFrom, shownSide, wordsFor } from './sides';

const signs = { eq: '＝', le: '≤', 'warn-eq': '＝', 'warn-le': '≤' } as const;

const reasonOf = ({ form }: Checked, { status, why, left, right }: CheckedIdentity): Sentence =>
  status === 'cannot-judge' ? missingFrom(form, [left, right]) : why;

const findingOf = (checked: Checked, check: CheckedIdentity): Finding => {
  const { id, kind, status, left, right, difference } = check;
  const [one, other] = [wordsFor(checked.form, left), wordsFor(checked.form, right)];
  return {
    id,
    what: say(`${one.zh} ${signs[kind]} ${other.zh}`, `${one.en} ${signs[kind]} ${other.en}`),
    left: shownSide(left),
    right: shownSide(right),
    difference,
    verdict: status,
    reason: reasonOf(checked, check),
  };
};

/** Every identity of the form; those across the years only beside the report of the year before. */
export const checkForeignIdentities = (checked: Checked): readonly Finding[] => {
  const { form, previous } = checked;
  const isAcross = ({ left, right }: (typeof form.identities)[number]): boolean =>
    [...left, ...right].some((term) => typeof term !== 'string' && term.of === 'previous-year');
  const identities = form.identities.filter((identity) => previous || !isAcross(identity));
  return checkIdentities({ ...checked, form: { ...form, identities } }).map((check) => findingOf(checked, check));
};
