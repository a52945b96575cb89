export { bulletins, findBulletin } from './bulletins';
export { askOf, type Bulletin } from './bulletins/bulletin';
export { type BulletinLine, buildBulletin, type CheckedSum, type FilledBulletin } from './bulletins/build-bulletin';
export { type BulletinComparison, type ComparedSum, compareBulletin } from './bulletins/compare-bulletin';
export type { PublishedBulletin } from './bulletins/published-bulletin';
export { type BlankCell, type Cell, type NotApplicableCell, type NumberCell, type Origin, valueOf } from './cell';
export { type ChannelMonths, chartsOf, type MonthRate, type ReportCharts, type UnitTimings } from './charts';
export {
  type ComparedCheck,
  type ComparedLine,
  type Comparison,
  compare,
} from './compare';
export type { CheckLine } from './check-line';
export { amountOf, decimalText, sumOf } from './decimal';
export {
  checkDeclaration,
  checkMeasure,
  type DeclarableFigure,
  type DeclarableFigures,
  declarableIn,
  declaredCodes,
  sameFigure,
} from './declared-codes';
export type { Coverage } from './fill-cell';
export {
  codeOf,
  type Column,
  type Figure,
  type Form,
  type FormTable,
  type Identity,
  type IdentityKind,
  type LeftOut,
  type Line,
  lookedBack,
  type Row,
  rowOf,
  type Statement,
  type Term,
  tillNow,
} from './form';
export {
  cellsOfForeign,
  checkable,
  type CheckedForeign,
  checkForeign,
  type Finding,
  type ForeignReport,
  type ForeignVerdict,
  formOfForeign,
  previousOf,
} from './foreign';
export { type FormBook, formFor, isAskedFor, publishedForms, versionsOf } from './form-book';
export { type FormId, forms } from './forms';
export type { CheckedIdentity, IdentityStatus } from './identities';
export {
  type KnownValues,
  localBook,
  type Mistake,
  type StatedChange,
  type StatedForm,
} from './local-forms';
export {
  type CaseBasis,
  type CubeRow,
  type Dimension,
  type Measure,
  totalsOver,
} from './measure';
export {
  type CellReference,
  type ChapterTemplate,
  type CodesFor,
  defaultChapters,
  narrate,
  type Narrative,
  type NarrativeContext,
  type NarrativeProblem,
  partsOf,
  referencesIn,
  type RenderedChapter,
  textFaults,
} from './narrative';
export { carriedTypes, casesBehind, countBehind, isMade, madeRows, neededDimensions, neededRatings, neededTotals } from './needs';
export { hengdong2023September } from './published/hotline-hengdong-2023-09';
export { yueyang2017SecondQuarter } from './published/hotline-yueyang-2017-q2';
export { ningbo2011 } from './published/proposals-ningbo-2011';
export { yongshun2018 } from './published/yongshun-2018';
export type { PublishedFigure, PublishedForm, PublishedReport, PublishedSum } from './published-report';
export { type RatedCases, type RatingRow, ratedFacts, ratingsOver } from './ratings';
export { type CsvCell, harmless, type Language, type PrintedRow, printedRows, reportCsv, toCsv } from './render-text';
export { type CellDifference, differencesOf, type Said } from './report-difference';
export { buildReport, cellOf, cellsOf, type Declaration, type Report, type ReportInputs } from './report';
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
export { type AnyOf, type FactsWhere, meets, together } from './statistics/condition';
export { type Ask, type DimensionName, dimensions, type Filters, type Grouping } from './statistics/ask';
export { type Cases, countedInMemory } from './statistics/counted-in-memory';
export { findVariant, type Metric, usualVariant, type Variant } from './statistics/metric';
export { findMetric, metrics, notCounted } from './statistics/metrics';
export { type Period, periodBetween, periodNamed } from './statistics/period';
export { periodRules } from './statistics/period-rules';
export { canGroupBy, casesOf, type CountedRow, type Question, questionOf, type Side } from './statistics/question';
export type { LineStatus } from './verdict';
export { type FilledVersion, type SideBySide, sideBySide, type VersionCell, type VersionChange, type VersionLine } from './versions';
