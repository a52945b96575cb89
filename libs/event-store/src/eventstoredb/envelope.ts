import type { NewEvent } from '../event-store';

/** What is known of an event that was brought over from another log. */
export interface Original {
  readonly position: number;
  readonly recordedAt: string;
}

/** What EventStoreDB keeps as the metadata of an event of ours. */
export interface Envelope {
  /** The exact metadata text. */
  readonly metadata: string;
  readonly personal?: Uint8Array;
  /** Names the call that recorded the event: tells a first answer from a repeated one. */
  readonly call?: string;
  readonly original?: Original;
}

interface WrittenEnvelope {
  readonly huiying: 1;
  readonly metadata: string;
  readonly personal?: string;
  readonly call?: string;
  readonly original?: Original;
}

export function writeEnvelope(
  { metadata, personal }: Pick<NewEvent, 'metadata' | 'personal'>,
  more: Pick<Envelope, 'call' | 'original'>,
): Uint8Array {
  const sealed = personal && { personal: Buffer.from(personal).toString('base64') };
  const envelope: WrittenEnvelope = { huiying: 1, metadata, ...sealed, ...more };
  return Buffer.from(JSON.stringify(envelope));
}

/** Undefined for metadata that we did not write. */
export function readEnvelope(bytes: Buffer): Envelope | undefined {
  const written = parse(bytes.toString());
  if (written?.huiying !== 1 || typeof written.metadata !== 'string') return undefined;
  const { personal, ...rest } = written;
  return personal === undefined ? rest : { ...rest, personal: new Uint8Array(Buffer.from(personal, 'base64')) };
}

function parse(text: string): WrittenEnvelope | null | undefined {
  if (!text.startsWith('{"huiying"')) return undefined;
  try {
    return JSON.parse(text) as WrittenEnvelope;
  } catch {
    return undefined;
  }
}
