import { z } from 'zod';

const Weight = z.int().min(0).max(1_000_000);

/** What the order of the work queue is made of: points per fact; more points, earlier. */
export const QueueLocal = z.strictObject({
  overdue: Weight,
  unassigned: Weight,
  dueSoon: Weight,
  perReminder: Weight,
  perEscalationLevel: Weight,
  instructed: Weight,
  urgent: Weight,
});
export type QueueLocal = z.infer<typeof QueueLocal>;

/** When two cases are shown as possible duplicates of one another. */
export const DuplicatesLocal = z.strictObject({
  withinDays: z.int().min(1),
  /** Share of common word pairs of the two texts, 0 to 100, from which they are called similar. */
  similarity: z.int().min(1).max(100),
});
export type DuplicatesLocal = z.infer<typeof DuplicatesLocal>;

export const StatisticsLocal = z.strictObject({
  satisfaction: z.enum(['strict', 'with-basic', 'over-closed', 'complement', 'sampled']),
  rounding: z.strictObject({
    mode: z.enum(['half-up', 'truncate']),
    places: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  }),
  /** What "received" counts: every call, or orders without those merged as duplicates. */
  received: z.enum(['calls', 'orders']),
  closureOver: z.enum(['due', 'received', 'routed']),
  onTimeOver: z.enum(['due', 'routed']),
});
export type StatisticsLocal = z.infer<typeof StatisticsLocal>;

export const queueDefaults: QueueLocal = {
  overdue: 1000,
  unassigned: 500,
  dueSoon: 200,
  perReminder: 20,
  perEscalationLevel: 100,
  instructed: 150,
  urgent: 300,
};

export const duplicatesDefaults: DuplicatesLocal = { withinDays: 30, similarity: 60 };

// No national formula was found; the defaults are the majority practice.
export const statisticsDefaults: StatisticsLocal = {
  satisfaction: 'with-basic',
  rounding: { mode: 'half-up', places: 2 },
  received: 'orders',
  closureOver: 'due',
  onTimeOver: 'due',
};
