import { type Sentence, say } from '@app/cases';
import { findBulletin } from '.';
import type { ComparedLine } from '../compare';
import type { PublishedFigure } from '../published-report';
import { fittingModes, percentage, placesOf } from '../satisfaction';
import { noFigure, printed, type Verdict, verdict } from '../verdict';
import type { Bulletin, Line } from './bulletin';
import { type BulletinLine, type CheckedSum, differenceOf, type FilledBulletin } from './build-bulletin';
import type { PublishedBulletin } from './published-bulletin';

export interface ComparedSum {
  readonly id: string;
  readonly title: Sentence;
  readonly difference: string | undefined;
  readonly published: string | undefined;
  readonly status: 'holds' | 'cannot-judge' | 'explained' | 'different';
  readonly reason?: Sentence;
}

export interface BulletinComparison {
  readonly bulletin: string;
  readonly period: string;
  readonly lines: readonly ComparedLine[];
  readonly sums: readonly ComparedSum[];
  /** Lines and sums that nobody can explain. */
  readonly different: number;
}

const cutOff = say('截位后相等，四舍五入不等', 'equal when cut off at that place, not when rounded');

/** A rate is compared at the places it was printed with, because the numbers behind it are seldom printed. */
const rateVerdict = ({ numerator = 0, denominator = 0 }: BulletinLine, { value, note }: PublishedFigure): Verdict => {
  if (denominator === 0) return { status: 'different', reason: noFigure };
  const modes = fittingModes(numerator, denominator, value);
  if (modes.includes('half-up')) return { status: 'equal', ...(note && { reason: note }) };
  return modes.includes('truncate') ? { status: 'explained', reason: cutOff } : { status: 'different', ...(note && { reason: note }) };
};

const isRate = ({ formula }: BulletinLine): boolean => formula !== undefined;

const verdictOn = (line: BulletinLine, published: PublishedFigure | undefined, unpublished: Sentence | undefined): Verdict => {
  if (published && line.why) return { status: 'explained', reason: line.why };
  return published && isRate(line) ? rateVerdict(line, published) : verdict(line.value, published, unpublished);
};

const ours = (line: BulletinLine, published: PublishedFigure | undefined): string | undefined =>
  published && isRate(line)
    ? percentage(line.numerator ?? 0, line.denominator ?? 0, { mode: 'half-up', places: placesOf(published.value) })
    : line.value;

const comparedLine = (line: BulletinLine, { figures, unpublished = {} }: PublishedBulletin): ComparedLine => {
  const { code, title, unit } = line;
  const published = figures[code];
  return {
    code,
    title,
    unit,
    ours: ours(line, published),
    published: printed(published),
    ...verdictOn(line, published, unpublished[code]),
  };
};

/** A published group of which we have no case: the line it belongs to knows what it counts, and it counts none. */
const withoutCases = ({ lines }: Bulletin, code: string): BulletinLine => {
  const [base = '', ...key] = code.split('/');
  const line = lines.find((each) => each.code === base);
  if (!line || key.length === 0) throw new Error(`no line is called ${code}`);
  return emptyGroup(line, code, key.join('/'));
};

const emptyGroup = ({ zh, en, unit, taken }: Line, code: string, key: string): BulletinLine => ({
  code,
  title: say(`${zh}：${key}`, `${en}: ${key}`),
  unit,
  ...(taken.kind === 'count' ? { state: 'number', value: '0', text: '0' } : { state: 'not-applicable', text: '—' }),
});

const sumVerdict = (difference: string | undefined, published: string | undefined, why: Sentence | undefined) => {
  if (difference === '0') return { status: 'holds' } as const;
  if (difference === undefined) return { status: 'cannot-judge' } as const;
  const isTheirs = difference === published;
  return { status: isTheirs && why ? 'explained' : 'different', ...(why && { reason: why }) } as const;
};

const comparedSum = (
  bulletin: Bulletin,
  { id, title, difference }: CheckedSum,
  { figures, imbalances = {} }: PublishedBulletin,
): ComparedSum => {
  const sum = bulletin.sums.find((each) => each.id === id);
  const theirs = Object.entries(figures).map(([code, { value }]) => [code, value] as const);
  const published = sum && differenceOf(sum, theirs);
  return { id, title, difference, published, ...sumVerdict(difference, published, imbalances[id]) };
};

/** Holds a bulletin against the published one, line by line and sum by sum. */
export const compareBulletin = (filled: FilledBulletin, published: PublishedBulletin): BulletinComparison => {
  const bulletin = findBulletin(filled.bulletin.id);
  if (!bulletin || published.bulletin !== bulletin.id || published.period !== filled.period.name)
    throw new Error(`${published.id} has no figures for ${filled.bulletin.id} of ${filled.period.name}`);
  const codes = new Set(filled.lines.map(({ code }) => code));
  const missing = Object.keys(published.figures).filter((code) => !codes.has(code));
  const lines = [...filled.lines, ...missing.map((code) => withoutCases(bulletin, code))].map((line) => comparedLine(line, published));
  const sums = filled.sums.map((sum) => comparedSum(bulletin, sum, published));
  const different = [...lines, ...sums].filter(({ status }) => status === 'different').length;
  return { bulletin: bulletin.id, period: published.period, lines, sums, different };
};
