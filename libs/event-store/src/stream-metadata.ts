import { newEventId } from './event-id';
import type { Appended, EventStore } from './event-store';

/** The stream that holds the metadata of `stream`, named as EventStoreDB does. Names beginning with `$` are the system's. */
export const metadataStream = (stream: string): string => `$$${stream}`;

/** The metadata of a stream as JSON text, or undefined when none was ever written. */
export async function readStreamMetadata(store: EventStore, stream: string): Promise<string | undefined> {
  const events = await store.readStream(metadataStream(stream));
  return events.at(-1)?.data;
}

/** Replaces the metadata of a stream. */
export function writeStreamMetadata(store: EventStore, stream: string, json: string): Promise<Appended> {
  const event = { id: newEventId(), type: '$metadata', data: json, metadata: '{}' };
  return store.append(metadataStream(stream), 'any', [event]);
}
