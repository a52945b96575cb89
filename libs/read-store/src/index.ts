export type { AnyOf, Comparison, Condition, Where } from './conditions';
export { CheckpointMoved, RowsFromNewerVersion, RowsUnavailable } from './errors';
export { currentGeneration, newGeneration, recordGeneration, removeOldGenerations } from './generations';
export { openPostgresReadStore } from './open-postgres-read-store';
export { type InMemory, type InPostgres, openReadStore, type ReadStoreOptions } from './open-read-store';
export type { PostgresRowsOptions } from './postgres';
export {
  type Advance,
  type Grouping,
  type JointCursor,
  type JointPage,
  type JointQuery,
  type JointTask,
  type ParkedCase,
  type Parking,
  type QueueCursor,
  type QueueFilters,
  type QueuePage,
  type QueueQuery,
  ReadStore,
  type RowsQuery,
  type ScoredItem,
  type Tallied,
  type TalliesQuery,
  type Total,
} from './read-store';
export { ReadStoreModule } from './read-store.module';
export {
  type HeldSegment,
  type Lease,
  LeaseLost,
  RowsMoving,
  type SegmentsAdvance,
  type SegmentParked,
  type SegmentState,
  segmentOf,
  type SharedRows,
  sharedRows,
} from './shared-rows';
