import { type Rating, type Sentence, say } from '@app/cases';

/** What came of asking; `''` when nobody asked. */
export type Reply = Rating | '';
export type RatingCounts = Readonly<Partial<Record<Reply, number>>>;

export interface Rounding {
  readonly mode: 'half-up' | 'truncate';
  readonly places: 0 | 1 | 2 | 3 | 4;
}

export const defaultRounding: Rounding = { mode: 'half-up', places: 2 };

export interface SatisfactionFormula {
  readonly title: Sentence;
  readonly numerator: readonly Reply[];
  readonly denominator: readonly Reply[];
}

const rated = ['satisfied', 'basically-satisfied', 'dissatisfied'] as const;
const unrated = ['not-rated', 'unreachable', 'refused'] as const;
const asked = [...rated, ...unrated] as const;

/** Each formula is two sets of replies. Offices use all of these under one name, so a rate is never shown without its formula. */
export const satisfactionFormulas = {
  strict: {
    title: say('满意÷（满意＋基本满意＋不满意）', 'satisfied / rated'),
    numerator: ['satisfied'],
    denominator: rated,
  },
  'with-basic': {
    title: say('（满意＋基本满意）÷（满意＋基本满意＋不满意）', '(satisfied + basically satisfied) / rated'),
    numerator: ['satisfied', 'basically-satisfied'],
    denominator: rated,
  },
  'over-closed': {
    title: say('满意÷办结', 'satisfied / closed'),
    numerator: ['satisfied'],
    denominator: [...asked, ''],
  },
  complement: {
    title: say('（回访－不满意）÷回访，未表态视为满意', '(followed up - dissatisfied) / followed up: silence counts as satisfied'),
    numerator: ['satisfied', 'basically-satisfied', ...unrated],
    denominator: asked,
  },
  sampled: {
    title: say('（满意＋基本满意）÷回访', '(satisfied + basically satisfied) / followed up'),
    numerator: ['satisfied', 'basically-satisfied'],
    denominator: asked,
  },
} as const satisfies Record<string, SatisfactionFormula>;

export type SatisfactionFormulaId = keyof typeof satisfactionFormulas;

export interface Rate {
  readonly formula: SatisfactionFormulaId;
  readonly title: Sentence;
  readonly numerator: number;
  readonly denominator: number;
  /** The per cent figure without its sign, or undefined when there is nothing to divide by. */
  readonly value: string | undefined;
  /** `97.3%`, or `—` for no data: a rate over no cases is neither 0 nor 100. */
  readonly text: string;
  readonly rounding: Rounding;
  readonly periodRule: Sentence;
}

const periodRule = say(
  '按办结日期计入年度，以最后一次评价为准',
  'cases closed in the year (business date, Asia/Shanghai), each by its latest rating',
);

/** numerator / denominator in per cent, exactly: integers until the text. */
export const percentage = (numerator: number, denominator: number, { mode, places }: Rounding): string | undefined => {
  if (denominator === 0) return undefined;
  const [over, under] = [BigInt(numerator) * 100n * 10n ** BigInt(places), BigInt(denominator)];
  const scaled = mode === 'half-up' ? (2n * over + under) / (2n * under) : over / under;
  const digits = scaled.toString().padStart(places + 1, '0');
  return places ? `${digits.slice(0, -places)}.${digits.slice(-places)}` : digits;
};

/** How many decimal places a printed figure has. */
export const placesOf = (printed: string): Rounding['places'] => Math.min(printed.split('.')[1]?.length ?? 0, 4) as Rounding['places'];

/** The ways of rounding by which numerator / denominator is printed so; none when it is another rate. */
export const fittingModes = (numerator: number, denominator: number, printed: string): readonly Rounding['mode'][] =>
  (['half-up', 'truncate'] as const).filter((mode) => percentage(numerator, denominator, { mode, places: placesOf(printed) }) === printed);

const count = (counts: RatingCounts, replies: readonly Reply[]): number => replies.reduce((sum, reply) => sum + (counts[reply] ?? 0), 0);

export const satisfactionRate = (id: SatisfactionFormulaId, counts: RatingCounts, rounding: Rounding = defaultRounding): Rate => {
  const formula: SatisfactionFormula = satisfactionFormulas[id];
  const numerator = count(counts, formula.numerator);
  const denominator = count(counts, formula.denominator);
  const value = percentage(numerator, denominator, rounding);
  return {
    formula: id,
    title: formula.title,
    numerator,
    denominator,
    value,
    text: value === undefined ? '—' : `${value}%`,
    rounding,
    periodRule,
  };
};
