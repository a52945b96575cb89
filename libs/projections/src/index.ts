export { bearsOnCounts, countedFacts } from './bearing';
export { type Alarm, alarmsTable } from './alarms';
export { type Deadline, deadlinesOf } from './deadlines';
export { type CaseFacts, caseFactsTable } from './case-facts';
export { caseFacts } from './case-facts.projection';
export { type CoHandling, coHandlingTable } from './co-handling';
export { type DeclaredFigure, declaredFigures, declaredFiguresTable, figureEvents } from './declared-figures';
export { foldAlone } from './fold-alone';
export type {
  Cell,
  ColumnKind,
  Derivation,
  ProjectedEvent,
  Row,
  RowChanges,
  Update,
  RowProjection,
  Table,
  Tally,
  View,
} from './projection';
export { keysOf, type LoadedRows, type Poisoned, projectBatch, type ProjectedBatch } from './project-batch';
export { keyOfRow, type RowKey, rowKey } from './project-batch.key';
export { noChanges } from './projection';
export { projections, tables } from './projections';
export {
  defaultWeights,
  isDueSoon,
  isNotOverdue,
  isOverdue,
  isUnassigned,
  type QueueFact,
  queueFacts,
  type QueuePoints,
  type QueueScore,
  queueScore,
  type QueueTest,
  type QueueWeights,
} from './queue-score';
export { type Receipt, receiptsTable } from './receipts';
export { rowsVersion } from './rows-version';
export { satisfaction, type SatisfactionTotal, satisfactionTable } from './satisfaction';
export { type TimelineEntry, timelineOf } from './timeline';
export { noTerm, type QueueItem, workQueueTable } from './work-queue';
export { type Basis, type YearTotal, yearTotals, yearTotalsTable } from './year-totals';
