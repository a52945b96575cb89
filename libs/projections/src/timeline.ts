import type { ProjectedEvent } from './projection';

/** One line of what happened to a case, as it was recorded; without personal data. */
export interface TimelineEntry {
  readonly position: number;
  readonly revision: number;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly by: { readonly id: string; readonly unit: string };
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * What happened to a case, in order. Read from its stream and kept in no table: a copy of the log would take two fifths of every
 * rebuild, and lag behind what it copies.
 */
export const timelineOf = (events: readonly ProjectedEvent[]): readonly TimelineEntry[] =>
  events
    .filter(({ milestone }) => milestone !== undefined)
    .map(({ position, revision, type, occurredAt, recordedAt, by, data }) => ({
      position,
      revision,
      type,
      occurredAt,
      recordedAt,
      by,
      data,
    }));
