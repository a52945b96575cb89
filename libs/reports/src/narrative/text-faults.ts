import { type Sentence, say } from '@app/cases';
import type { CellReference } from './field';
import { spelt } from './render';
import { partsOf, referencesIn } from './template';

/** Codes of the cells of the form that a reference means; undefined when there is no such form. */
export type CodesFor = (reference: CellReference) => readonly string[] | undefined;

/** How many letters must be put in, taken out or exchanged to come from one word to the other. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [at, theirs] of [...other].entries())
      next.push(Math.min((row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1, (row[at] ?? 0) + (letter === theirs ? 0 : 1)));
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** The three codes that are most like this one. */
export const nearest = (code: string, codes: readonly string[]): readonly string[] =>
  codes
    .map((each) => ({ each, far: distance(code, each) }))
    .toSorted((one, other) => one.far - other.far)
    .slice(0, 3)
    .map(({ each }) => each);

const unknown = (reference: CellReference, codes: readonly string[] | undefined): Sentence => {
  const name = spelt(reference);
  if (!codes) return say(`“${name}”：没有报表“${reference.form}”`, `"${name}": there is no form ${reference.form}`);
  const like = nearest(reference.code, codes);
  return say(`没有单元格“${name}”，最接近的是 ${like.join('、')}`, `there is no cell "${name}"; the nearest are ${like.join(', ')}`);
};

/** Whoever has made more mistakes than these mends them first. */
const toldAtOnce = 10;

/** What is wrong with a text before any figure is known: braces and fields that cannot be read, and cells that no form has. */
export const textFaults = (text: string, codesFor: CodesFor): readonly Sentence[] => {
  const parts = partsOf(text);
  const misspelt = parts.flatMap((part) =>
    part.kind === 'mistake' ? [say(`${part.source}：${part.said.zh}`, `${part.source}: ${part.said.en}`)] : [],
  );
  const named = new Map(referencesIn(parts).map((reference) => [spelt(reference), reference]));
  const missing = [...named.values()].filter((reference) => !codesFor(reference)?.includes(reference.code));
  return [...misspelt, ...missing.slice(0, toldAtOnce).map((reference) => unknown(reference, codesFor(reference)))].slice(0, toldAtOnce);
};
