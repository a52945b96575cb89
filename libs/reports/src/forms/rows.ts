import type { Sentence } from '@app/cases';
import type { Figure, Row } from '../form';
import type { Measure } from '../measure';

type Label = readonly [level: number, code: string, zh: string, en: string];

const valueRow = (figure: Figure, unit: string, [level, code, zh, en]: Label, note?: Sentence): Row => ({
  code,
  zh,
  en,
  unit,
  level,
  kind: 'value',
  figure,
  ...(note && { note }),
});

/** A line that only names what follows. */
export const header = (...[level, code, zh, en]: Label): Row => ({
  code,
  zh,
  en,
  unit: null,
  level,
  kind: 'header',
  figure: { kind: 'header' },
});

/** A row that staff declare under its own code. */
export const declared = (unit: string, label: Label, note?: Sentence): Row =>
  valueRow({ kind: 'declared', code: label[1] }, unit, label, note);

/** A row that staff declare, or else the sum of other figures they have declared. */
export const declaredOrSum = (unit: string, label: Label, orSumOf: readonly string[], note?: Sentence): Row =>
  valueRow({ kind: 'declared', code: label[1], orSumOf }, unit, label, note);

/** A row that is counted from cases. */
export const counted = (unit: string, label: Label, measures: readonly Measure[], note?: Sentence): Row =>
  valueRow({ kind: 'computed', measures }, unit, label, note);

/** A row that is the sum of other rows of its form. */
export const total = (unit: string, label: Label, rows: readonly string[], note?: Sentence): Row =>
  valueRow({ kind: 'total', rows }, unit, label, note);

/** A row that is a satisfaction rate in per cent. */
export const rate = (label: Label, figure: Omit<Extract<Figure, { kind: 'rate' }>, 'kind'>, note?: Sentence): Row =>
  valueRow({ kind: 'rate', ...figure }, '%', label, note);
