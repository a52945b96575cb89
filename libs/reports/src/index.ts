export { type BlankCell, type Cell, type NotApplicableCell, type NumberCell, type Origin, valueOf } from './cell';
export {
  type ComparedCheck,
  type ComparedLine,
  type Comparison,
  compare,
  type LineStatus,
} from './compare';
export { checkDeclaration, type DeclarableFigure, declaredCodes } from './declared-codes';
export type { Coverage } from './fill-cell';
export { type Figure, type Form, type Identity, type IdentityKind, type LeftOut, type Row, rowOf } from './form';
export { type FormId, findForm, forms } from './forms';
export { type CheckedIdentity, type IdentityStatus, type Side } from './identities';
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
