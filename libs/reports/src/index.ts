export { bulletins, findBulletin } from './bulletins';
export { askOf, type Bulletin } from './bulletins/bulletin';
export { type BulletinLine, buildBulletin, type CheckedSum, type FilledBulletin } from './bulletins/build-bulletin';
export { type BulletinComparison, type ComparedSum, compareBulletin } from './bulletins/compare-bulletin';
export type { PublishedBulletin } from './bulletins/published-bulletin';
export { type BlankCell, type Cell, type NotApplicableCell, type NumberCell, type Origin, valueOf } from './cell';
export {
  type ComparedCheck,
  type ComparedLine,
  type Comparison,
  compare,
} from './compare';
export { checkDeclaration, type DeclarableFigure, declaredCodes } from './declared-codes';
export type { Coverage } from './fill-cell';
export { type Figure, type Form, type Identity, type IdentityKind, type LeftOut, type Row, rowOf } from './form';
export { type FormId, findForm, forms } from './forms';
export type { CheckedIdentity, IdentityStatus } from './identities';
export {
  type CubeCondition,
  type CubeRow,
  cubeConditions,
  type Dimension,
  type FactsCondition,
  factsConditions,
  type Measure,
  matches,
  totalsOver,
} from './measure';
export { casesBehind, neededDimensions, neededRatings, neededTotals } from './needs';
export { hengdong2023September } from './published/hotline-hengdong-2023-09';
export { yueyang2017SecondQuarter } from './published/hotline-yueyang-2017-q2';
export { ningbo2011 } from './published/proposals-ningbo-2011';
export { yongshun2018 } from './published/yongshun-2018';
export type { PublishedFigure, PublishedForm, PublishedReport, PublishedSum } from './published-report';
export { type RatedCases, type RatingRow, ratedFacts, ratingsOver } from './ratings';
export { type CsvCell, type Language, type PrintedRow, printedRows, reportCsv, toCsv } from './render-text';
export { buildReport, cellOf, type Declaration, type Report, type ReportInputs } from './report';
export {
  defaultRounding,
  percentage,
  type Rate,
  type RatingCounts,
  type Reply,
  type Rounding,
  type SatisfactionFormulaId,
  satisfactionFormulas,
  satisfactionRate,
} from './satisfaction';
export { answerOf, type Statistic, type StatisticFigure, type StatisticGroup } from './statistics/answer';
export { type Ask, type DimensionName, dimensions, type Filters, type Grouping } from './statistics/ask';
export { findVariant, type Metric, usualVariant, type Variant } from './statistics/metric';
export { findMetric, metrics, notCounted } from './statistics/metrics';
export { type Period, periodBetween, periodNamed } from './statistics/period';
export { periodRules } from './statistics/period-rules';
export { canGroupBy, casesOf, questionOf, type Side } from './statistics/question';
export type { LineStatus } from './verdict';
