import type { Length, Term } from '../kernel/due';
import type { JudgmentForm, Procedure, ProceedingKind } from './proceeding.events';

/** A term, and since when; newest first. */
type Versions = readonly { readonly from: string; readonly term: Term }[];

const since = (from: string, amount: number, unit: Length['unit'], rule: string) => ({ from, term: { amount, unit, rule } });

const inForce = (versions: Versions, on: string): Term | undefined => versions.find(({ from }) => on >= from)?.term;

type Table = Readonly<Record<ProceedingKind, Readonly<Record<Procedure, Versions>>>>;

/** In which the organ or the court of first instance decides, from its acceptance. */
const deciding: Table = {
  reconsideration: {
    ordinary: [
      since('2024-01-01', 60, 'day', 'reconsideration-2023-art-62'),
      since('1999-10-01', 60, 'day', 'reconsideration-1999-art-31'),
    ],
    simple: [since('2024-01-01', 30, 'day', 'reconsideration-2023-art-62-simple')],
  },
  litigation: {
    ordinary: [since('2015-05-01', 6, 'month', 'litigation-art-81'), since('1990-10-01', 3, 'month', 'litigation-1989-art-57')],
    simple: [since('2015-05-01', 45, 'day', 'litigation-art-83')],
  },
};

// Ten days are working days only since 2024: art. 40 of the law before named no more than those of five and seven.
const statementInCourt: Versions = [
  since('2015-05-01', 15, 'day', 'litigation-art-67'),
  since('1990-10-01', 10, 'day', 'litigation-1989-art-43'),
];

/** In which we state our case, from the copy we receive: Reconsideration Law arts 48, 54; Administrative Litigation Law art. 67. */
const stating: Table = {
  reconsideration: {
    ordinary: [
      since('2024-01-01', 10, 'working-day', 'reconsideration-2023-art-48'),
      since('1999-10-01', 10, 'day', 'reconsideration-1999-art-23'),
    ],
    simple: [since('2024-01-01', 5, 'working-day', 'reconsideration-2023-art-54')],
  },
  litigation: { ordinary: statementInCourt, simple: statementInCourt },
};

const secondInstance: Versions = [
  since('2015-05-01', 3, 'month', 'litigation-art-88'),
  since('1990-10-01', 2, 'month', 'litigation-1989-art-60'),
];

/** Undefined where the law of the day knew no such procedure. */
export const decidingTerm = (kind: ProceedingKind, procedure: Procedure, on: string): Term | undefined =>
  inForce(deciding[kind][procedure], on);

export const statingTerm = (kind: ProceedingKind, procedure: Procedure, on: string): Term | undefined =>
  inForce(stating[kind][procedure], on);

export const secondInstanceTerm = (on: string): Term | undefined => inForce(secondInstance, on);

/** Administrative Litigation Law art. 85. */
export const appealTerms: Readonly<Record<JudgmentForm, Term>> = {
  judgment: { amount: 15, unit: 'day', rule: 'litigation-art-85' },
  ruling: { amount: 10, unit: 'day', rule: 'litigation-art-85-ruling' },
};

/** Reconsideration Law 2023 art. 62: once, by at most so much. */
export const mostExtension: Length = { amount: 30, unit: 'day' };

export const extensionRules: Readonly<Record<ProceedingKind, string>> = {
  reconsideration: 'reconsideration-extension',
  litigation: 'litigation-extension',
};
