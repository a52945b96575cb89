import type { ScannedEvent } from '@app/event-store';
import { keysOf, projectBatch, projections, type RowChanges, type RowProjection } from '@app/projections';
import type { ParkedCase, ReadStore } from '@app/read-store';
import { type Decoded, decodeAll, type Unreadable } from './decoding';

export interface Projected {
  readonly changes: RowChanges;
  /** Cases that could not go on; the others did. */
  readonly park: readonly ParkedCase[];
}

/** What a batch does to the rows. `parked` streams are left out; a stream that cannot go on is to be parked. */
export const project = (rows: ReadStore, recorded: readonly ScannedEvent[], parked: ReadonlySet<string>): Promise<Projected> =>
  projectDecoded(rows, decodeAll(recorded), parked);

/** As `project`, by some of the projections. */
export const projectDecoded = async (
  rows: ReadStore,
  { read, unreadable }: Decoded,
  parked: ReadonlySet<string>,
  by: readonly RowProjection[] = projections,
): Promise<Projected> => {
  const stopsAt = new Map<string, Unreadable>();
  for (const event of unreadable) if (!parked.has(event.stream) && !stopsAt.has(event.stream)) stopsAt.set(event.stream, event);
  const events = stopsAt.size === 0 ? read : read.filter(({ stream, position }) => position < (stopsAt.get(stream)?.position ?? Infinity));

  const { changes, poisoned } = projectBatch(by, await rows.load(keysOf(by, events)), events, parked);
  const poisonedStreams = new Set(poisoned.map(({ stream }) => stream));
  const park = [...poisoned, ...[...stopsAt.values()].filter(({ stream }) => !poisonedStreams.has(stream))].map(
    ({ stream, position, recordedAt, message }): ParkedCase => ({ stream, position, error: message, parked_at: recordedAt }),
  );
  return { changes, park };
};
