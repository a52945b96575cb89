import { type Sentence, say } from '@app/cases';
import type { Form } from '../form';
import { rowOf } from '../form';
import { isComplete, type Side } from '../side';

/** A sum as it is shown: what is known of it is the least it can be, or nothing is known. */
export const shownSide = (side: Side): string | undefined => {
  if (isComplete(side)) return side.value;
  return side.isLeast && side.missing.length < side.codes.length ? `≥${side.known}` : undefined;
};

const atMost = 3;

const few = (names: readonly string[], join: string, and: (n: number) => string): string =>
  names.length <= atMost ? names.join(join) : `${names[0]}${and(names.length)}`;

/** The cells that are blank, by their labels: the first few, and how many. */
export const missingFrom = (form: Form, sides: readonly Side[]): Sentence => {
  const rows = [...new Set(sides.flatMap(({ missing }) => missing))].map((code) => rowOf(form, code));
  const zh = few(
    rows.map((row) => `“${row.zh}”`),
    '、',
    (n) => `等${n}格`,
  );
  const en = few(
    rows.map((row) => `"${row.en}"`),
    ', ',
    (n) => ` and ${n - 1} more cells`,
  );
  return say(`空白：${zh}`, `blank: ${en}`);
};

/** One side in words; of a long sum its first part and how many there are. */
export const wordsFor = (form: Form, side: Side): Sentence => {
  if (side.codes.length <= atMost) return side.text;
  const first = rowOf(form, side.codes[0] ?? '');
  return say(`${first.zh}等${side.codes.length}格之和`, `the sum of ${first.en} and ${side.codes.length - 1} more cells`);
};
