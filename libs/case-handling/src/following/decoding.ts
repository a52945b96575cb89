import type { ScannedEvent } from '@app/event-store';
import type { ProjectedEvent } from '@app/projections';
import { decodeForProjection } from '../recording/codec';

/** An event that cannot even be read. */
export interface Unreadable {
  readonly stream: string;
  readonly position: number;
  readonly recordedAt: string;
  readonly message: string;
}

/** The events of a batch that can be read, and those that cannot; nothing is skipped silently. */
export const decodeAll = (
  events: readonly ScannedEvent[],
): { readonly read: readonly ProjectedEvent[]; readonly unreadable: readonly Unreadable[] } => {
  const read: ProjectedEvent[] = [];
  const unreadable: Unreadable[] = [];
  for (const event of events) {
    // Streams of the store itself, such as stream metadata, are nobody's case.
    if (event.stream.startsWith('$')) continue;
    try {
      read.push(decodeForProjection(event));
    } catch (error) {
      unreadable.push({
        stream: event.stream,
        position: event.position,
        recordedAt: event.recordedAt,
        message: error instanceof Error ? error.message : String(error),
      });
    }
  }
  return { read, unreadable };
};
