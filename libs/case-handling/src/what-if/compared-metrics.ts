import type { CaseTypeName, LocalRules, Sentence } from '@app/cases';
import type { CaseFacts } from '@app/projections';
import {
  answerOf,
  type Ask,
  type Cases,
  countedInMemory,
  findMetric,
  findVariant,
  periodNamed,
  questionOf,
  type Rounding,
  type Statistic,
  type StatisticFigure,
  type StatisticGroup,
  usualVariant,
  type Variant,
} from '@app/reports';
import type { Replayed } from '../reports/replay';
import type { Supposition } from './supposition';

/** What is compared besides the cells of the form. Only facts that are counted are asked for: the others are not folded. */
const compared: readonly (readonly [metric: string, types: readonly CaseTypeName[]])[] = [
  ['on-time-rate', ['complaint', 'letter', 'disclosure']],
  ['overdue-rate', ['complaint', 'letter', 'disclosure']],
  ['satisfaction', ['complaint', 'letter']],
];

/** The columns of the facts that those metrics read; a law holds them to be right in a replay. */
export const comparedFacts = [
  'case_type',
  'unit',
  'due_on',
  'overdue',
  'timing',
  'first_routed_on',
  'answered_on',
  'closed_on',
  'rating',
  'first_rating',
  'attitude',
  'merged_into',
] as const satisfies readonly (keyof CaseFacts)[];

export type FigureBeside = Pick<StatisticFigure, 'numerator' | 'denominator' | 'text'>;

export interface UnitBeside {
  readonly unit: string | null;
  readonly actual: FigureBeside;
  readonly supposed: FigureBeside;
}

export interface ComparedMetric {
  readonly metric: string;
  readonly title: Sentence;
  readonly caseType: CaseTypeName;
  readonly actual: FigureBeside & Pick<Statistic, 'variant' | 'formula' | 'rounding'>;
  readonly supposed: FigureBeside & Pick<Statistic, 'variant' | 'formula' | 'rounding'>;
  /** Where units or terms are supposed; the units in which there is anything to count. */
  readonly units?: readonly UnitBeside[];
}

export interface Statistics {
  readonly year: number;
  readonly unit?: string | undefined;
  /** As in force on the last day of the year. */
  readonly local: LocalRules['statistics'];
}

const byType = (facts: Iterable<CaseFacts>): ReadonlyMap<string, readonly CaseFacts[]> => {
  const types = new Map<string, CaseFacts[]>();
  for (const row of facts) {
    const others = types.get(row.case_type);
    if (others) others.push(row);
    else types.set(row.case_type, [row]);
  }
  return types;
};

const figure = ({ numerator, denominator, text }: StatisticFigure): FigureBeside => ({
  numerator,
  ...(denominator !== undefined && { denominator }),
  text,
});

const statement = (answer: Statistic): ComparedMetric['actual'] => {
  const { variant, formula, rounding } = answer;
  return { variant, formula, ...(rounding && { rounding }), ...figure(answer) };
};

const byUnit = ({ items = [] }: Statistic): ReadonlyMap<string | null, StatisticGroup> =>
  new Map(items.map((item) => [item.unit ?? null, item]));

/** Units by code; what no unit has comes last. */
const inOrder = (one: string | null, other: string | null): number => {
  if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
  return one < other ? -1 : 1;
};

const noFigure: FigureBeside = { numerator: 0, denominator: 0, text: '—' };

const unitsOf = (actual: Statistic, supposed: Statistic): readonly UnitBeside[] => {
  const [before, after] = [byUnit(actual), byUnit(supposed)];
  const of = (groups: typeof before, unit: string | null): FigureBeside => {
    const group = groups.get(unit);
    return group ? figure(group) : noFigure;
  };
  return [...new Set([...before.keys(), ...after.keys()])]
    .toSorted(inOrder)
    .map((unit) => ({ unit, actual: of(before, unit), supposed: of(after, unit) }))
    .filter(({ actual: one, supposed: other }) => one.denominator !== 0 || other.denominator !== 0);
};

/** Some statistics of the year, as they are and as they would be. */
export const comparedMetrics = (
  actual: Replayed,
  supposed: Replayed,
  supposition: Supposition,
  { year, unit, local }: Statistics,
): readonly ComparedMetric[] => {
  const [before, after] = [byType(actual.facts.values()), byType(supposed.facts.values())];
  const usual: Rounding = local.rounding;
  const other: Rounding = { mode: supposition.rounding ?? usual.mode, places: supposition.places ?? usual.places };
  const by = supposition.units || supposition.terms ? 'unit' : undefined;
  const answered = (ask: Ask, cases: readonly Cases[] = [], rounding: Rounding): Statistic =>
    answerOf(ask, countedInMemory(questionOf(ask), cases), rounding);
  return compared.flatMap(([id, types]) => {
    const metric = findMetric(id)!;
    const variant = usualVariant(metric, local);
    const supposedVariant: Variant = (id === 'satisfaction' && supposition.formula && findVariant(metric, supposition.formula)) || variant;
    return types.map((caseType): ComparedMetric => {
      const ask: Ask = { metric, variant, period: periodNamed(String(year))!, filters: { caseType, ...(unit && { unit }) }, by };
      const [is, would] = [
        answered(ask, before.get(caseType), usual),
        answered({ ...ask, variant: supposedVariant }, after.get(caseType), other),
      ];
      return {
        metric: id,
        title: metric.title,
        caseType,
        actual: statement(is),
        supposed: statement(would),
        ...(by && { units: unitsOf(is, would) }),
      };
    });
  });
};
