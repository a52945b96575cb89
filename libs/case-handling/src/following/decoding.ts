import type { ScannedEvent } from '@app/event-store';
import type { ProjectedEvent } from '@app/projections';
import { decodeForProjection } from '../recording/codec';

/** An event that cannot even be read. */
export interface Unreadable extends Pick<ScannedEvent, 'stream' | 'position' | 'recordedAt' | 'metadata'> {
  readonly message: string;
}

/** Events as projections know them. */
export interface Decoded {
  readonly read: readonly ProjectedEvent[];
  readonly unreadable: readonly Unreadable[];
}

/** The events of a batch that can be read, and those that cannot; nothing is skipped silently. */
export const decodeAll = (events: readonly ScannedEvent[]): Decoded => {
  const read: ProjectedEvent[] = [];
  const unreadable: Unreadable[] = [];
  for (const event of events) {
    const { stream, position, recordedAt, metadata } = event;
    // Streams of the store itself, such as stream metadata, are nobody's case.
    if (stream.startsWith('$')) continue;
    try {
      read.push(decodeForProjection(event));
    } catch (error) {
      unreadable.push({ stream, position, recordedAt, metadata, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { read, unreadable };
};
