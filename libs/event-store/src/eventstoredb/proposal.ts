import type { NewEvent } from '../event-store';
import { type Envelope, writeEnvelope } from './envelope';

/** An event as it is sent: exact bytes, since the client would write JSON anew. */
export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** An append to one stream, by the name it has in EventStoreDB; `expected` is always exact, so that no event can be recorded twice. */
export interface Proposal {
  readonly stream: string;
  readonly expected: number | 'none';
  readonly events: readonly Proposed[];
}

export const propose = (event: NewEvent, more: Pick<Envelope, 'call' | 'original'>): Proposed => ({
  id: event.id,
  type: event.type,
  data: Buffer.from(event.data),
  metadata: writeEnvelope(event, more),
});

export const sizeOf = ({ data, metadata }: Proposed): number => data.length + metadata.length;
