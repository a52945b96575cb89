import { type Sentence, say } from '@app/cases';
import { type Reply, type SatisfactionFormulaId, satisfactionFormulas } from '../../satisfaction';
import { type AnyOf, everyCase, times } from '../condition';
import type { Metric, Variant } from '../metric';
import type { PeriodRuleId } from '../period-rules';

type Asked = 'rating' | 'first_rating';

const rated = ['satisfied', 'basically-satisfied', 'dissatisfied'];
const satisfied = ['satisfied'];
const atLeastBasically = ['satisfied', 'basically-satisfied'];
const notFully = ['basically-satisfied', 'dissatisfied'];

const replied = (column: Asked, replies: readonly Reply[]): AnyOf => [{ [column]: replies.map((reply) => reply || null) }];

const closed: AnyOf = [{ closed_on: { not: null } }];

const byFormula = (id: SatisfactionFormulaId, period: PeriodRuleId): Variant => {
  const { title, numerator, denominator } = satisfactionFormulas[id];
  return {
    id,
    formula: title,
    period,
    denominator: times(id === 'over-closed' ? closed : everyCase, replied('rating', denominator)),
    numerator: replied('rating', numerator),
  };
};

const sampledStrictly = (period: PeriodRuleId): Variant => ({
  id: 'sampled-strict',
  formula: say('满意÷回访', 'satisfied / followed up'),
  period,
  denominator: replied('rating', satisfactionFormulas.sampled.denominator),
  numerator: replied('rating', ['satisfied']),
});

/** The latest rating counts above; these take the first, before a case was handled again (初次办理满意率). */
const firstRound = (period: PeriodRuleId): readonly Variant[] =>
  (['strict', 'with-basic'] as const).map((id) => ({
    id: `first-round-${id}`,
    formula: say(`首次评价：${satisfactionFormulas[id].title.zh}`, `first rating: ${satisfactionFormulas[id].title.en}`),
    period,
    denominator: replied('first_rating', satisfactionFormulas[id].denominator),
    numerator: replied('first_rating', satisfactionFormulas[id].numerator),
  }));

/** Attitude and result are two questions (Shandong congress regulation 2017, art. 23); both must have been answered. */
const twoDimensions = (period: PeriodRuleId): readonly Variant[] =>
  (
    [
      ['both', say('态度、结果均满意（双满意）÷两项均评价', 'satisfied with attitude and result / rated both'), bothSatisfied],
      ['one', say('态度、结果只满意一项（单满意）÷两项均评价', 'satisfied with one of attitude and result / rated both'), oneSatisfied],
      ['attitude', say('对态度满意÷两项均评价', 'satisfied with the attitude / rated both'), [{ attitude: satisfied }]],
      ['result', say('对结果满意÷两项均评价', 'satisfied with the result / rated both'), [{ rating: satisfied }]],
      [
        'attitude-with-basic',
        say('对态度满意或基本满意÷两项均评价', 'at least basically satisfied with the attitude / rated both'),
        [{ attitude: atLeastBasically }],
      ],
      [
        'result-with-basic',
        say('对结果满意或基本满意÷两项均评价', 'at least basically satisfied with the result / rated both'),
        [{ rating: atLeastBasically }],
      ],
    ] satisfies [string, Sentence, AnyOf][]
  ).map(([id, formula, numerator]) => ({ id, formula, period, denominator: [{ attitude: rated, rating: rated }], numerator }));

const bothSatisfied: AnyOf = [{ attitude: satisfied, rating: satisfied }];
const oneSatisfied: AnyOf = [
  { attitude: satisfied, rating: notFully },
  { attitude: notFully, rating: satisfied },
];

const variants = (period: PeriodRuleId): Metric['variants'] => [
  byFormula('with-basic', period),
  ...(['strict', 'sampled', 'complement', 'over-closed'] as const).map((id) => byFormula(id, period)),
  sampledStrictly(period),
  ...firstRound(period),
  ...twoDimensions(period),
];

export const satisfactionMetrics: readonly Metric[] = [
  {
    id: 'satisfaction',
    title: say('满意率', 'Satisfaction'),
    kind: 'rate',
    variants: variants('closed'),
    chosen: (local) => local.satisfaction,
  },
  {
    id: 'proposal-satisfaction',
    title: say('建议提案满意率', 'Satisfaction of the proposers'),
    kind: 'rate',
    caseTypes: ['proposal'],
    // Of the session's proposals: one with a promise stays open long after its form has come back.
    variants: variants('received'),
    chosen: (local) => local.satisfaction,
  },
];
