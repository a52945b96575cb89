import { businessDate, type Sentence, say } from '@app/cases';
import { sumOf } from '../decimal';
import type { Statistic, StatisticFigure } from '../statistics/answer';
import type { Filters } from '../statistics/ask';
import type { Period } from '../statistics/period';
import type { Side } from '../statistics/question';
import type { Bulletin, Line, Sum } from './bulletin';

export interface BulletinLine {
  readonly code: string;
  readonly title: Sentence;
  readonly unit: string;
  /** `blank`: declared elsewhere; `not-applicable`: there is nothing to divide by. */
  readonly state: 'number' | 'blank' | 'not-applicable';
  readonly value?: string;
  readonly text: string;
  /** What was asked of the cases; of a rate also how it is reckoned, with both sides. */
  readonly asked?: { readonly metric: string; readonly variant: string; readonly side?: Side; readonly filters: Filters };
  readonly periodRule?: Sentence;
  readonly formula?: Sentence;
  readonly numerator?: number;
  readonly denominator?: number;
  /** Why no case can give it. */
  readonly why?: Sentence;
}

export interface CheckedSum {
  readonly id: string;
  readonly title: Sentence;
  /** Total minus parts; absent when one of them is not known. */
  readonly difference?: string;
}

export interface FilledBulletin {
  readonly bulletin: { readonly id: string; readonly version: number; readonly title: Sentence };
  readonly period: Period;
  /** The position in the log up to which events were taken into account, and the moment that stands for. */
  readonly position: number;
  readonly asOf: string;
  /** The period was not over at `asOf`. */
  readonly provisional: boolean;
  readonly lines: readonly BulletinLine[];
  readonly sums: readonly CheckedSum[];
}

export interface BulletinInputs {
  readonly period: Period;
  readonly position: number;
  readonly asOf: string;
  /** The answers to what its lines ask, by the code of the line. */
  readonly answers: ReadonlyMap<string, Statistic>;
}

const named = ({ zh, en }: Line, key: string | null | undefined): Sentence => {
  if (key === undefined) return say(zh, en);
  return key === null ? say(`${zh}：未注明`, `${en}: not stated`) : say(`${zh}：${key}`, `${en}: ${key}`);
};

/** The code of one group of a line. */
export const groupCode = (code: string, key: string | null): string => `${code}/${key ?? ''}`;

type Shown = Pick<BulletinLine, 'state' | 'value' | 'text' | 'formula' | 'numerator' | 'denominator'>;

const shownCount = (figure: StatisticFigure, side: Side): Shown => {
  const value = String(figure[side] ?? 0);
  return { state: 'number', value, text: value };
};

const shownRate = ({ numerator, denominator = 0, value, text }: StatisticFigure, { formula }: Statistic): Shown => ({
  ...(value === undefined ? { state: 'not-applicable' } : { state: 'number', value }),
  text,
  formula,
  numerator,
  denominator,
});

type Asking = Exclude<Line['taken'], { kind: 'declared-elsewhere' }>;

const figureLine = (line: Line, taken: Asking, answer: Statistic, figure: StatisticFigure, key?: string | null): BulletinLine => {
  const { metric, variant, periodRule } = answer;
  const side = taken.kind === 'count' ? (taken.side ?? 'numerator') : undefined;
  const filters = taken.by && key !== undefined ? { ...answer.filters, [taken.by]: key } : answer.filters;
  return {
    code: key === undefined ? line.code : groupCode(line.code, key),
    title: named(line, key),
    unit: line.unit,
    ...(side ? shownCount(figure, side) : shownRate(figure, answer)),
    asked: { metric, variant, ...(side && { side }), filters },
    periodRule: periodRule.title,
  };
};

const linesOf = (line: Line, answers: BulletinInputs['answers']): readonly BulletinLine[] => {
  const { code, unit, taken } = line;
  if (taken.kind === 'declared-elsewhere') return [{ code, title: named(line, undefined), unit, state: 'blank', text: '', why: taken.why }];
  const answer = answers.get(code);
  if (!answer) throw new Error(`there is no answer to ${code}`);
  const { by } = taken;
  if (!by) return [figureLine(line, taken, answer, answer)];
  return (answer.items ?? []).map((item) => figureLine(line, taken, answer, item, item[by]));
};

/** The figures of a line and of all its groups. */
export const valuesUnder = (code: string, figures: readonly (readonly [code: string, value: string | undefined])[]): readonly string[] =>
  figures.flatMap(([each, value]) => ((each === code || each.startsWith(`${code}/`)) && value !== undefined ? [value] : []));

/** Total minus parts, or undefined when one of them is not known. */
export const differenceOf = ({ total, parts }: Sum, figures: Parameters<typeof valuesUnder>[1]): string | undefined => {
  const whole = valuesUnder(total, figures);
  const known = parts.map((part) => valuesUnder(part, figures));
  if (whole.length === 0 || known.some((values) => values.length === 0)) return undefined;
  return sumOf([...whole, ...known.flat().map((value) => `-${value}`)]);
};

const checked = (bulletin: Bulletin, sum: Sum, lines: readonly BulletinLine[]): CheckedSum => {
  const titleOf = (code: string) => bulletin.lines.find((line) => line.code === code);
  const [total, parts] = [titleOf(sum.total), sum.parts.map(titleOf)];
  const difference = differenceOf(
    sum,
    lines.map(({ code, value }) => [code, value]),
  );
  return {
    id: sum.id,
    title: say(
      `${total?.zh} ＝ ${parts.map((part) => part?.zh).join(' ＋ ')}`,
      `${total?.en} = ${parts.map((part) => part?.en).join(' + ')}`,
    ),
    ...(difference !== undefined && { difference }),
  };
};

export const buildBulletin = (bulletin: Bulletin, { period, position, asOf, answers }: BulletinInputs): FilledBulletin => {
  const lines = bulletin.lines.flatMap((line) => linesOf(line, answers));
  return {
    bulletin: { id: bulletin.id, version: bulletin.version, title: bulletin.title },
    period,
    position,
    asOf,
    provisional: businessDate(asOf) <= period.to,
    lines,
    sums: bulletin.sums.map((sum) => checked(bulletin, sum, lines)),
  };
};
