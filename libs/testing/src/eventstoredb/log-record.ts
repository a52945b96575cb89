/** In one append; EventStoreDB's own limit unless it was set. */
export const mostAppendBytes = 1024 * 1024;

/** An event as a client proposes it. */
export interface ProposedRecord {
  id: string;
  type: string;
  contentType: string;
  data: Uint8Array;
  metadata: Uint8Array;
}

export interface LogRecord extends ProposedRecord {
  readonly stream: string;
  readonly revision: number;
  /** Position in bytes; also the prepare position, as there are no explicit transactions. */
  readonly commit: number;
  /** Milliseconds since the epoch. */
  readonly created: number;
  /** As it goes over the wire in a read of `$all`; made when it is first asked for. */
  message?: Buffer;
}

export const metadataOf = (stream: string): string => `$$${stream}`;

export const isLink = ({ type }: ProposedRecord): boolean => type === '$>';

/** A link's data is `revision@stream`. */
export function linkTarget({ data }: ProposedRecord): [revision: number, stream: string] {
  const text = Buffer.from(data).toString();
  const at = text.indexOf('@');
  return [Number(text.slice(0, at)), text.slice(at + 1)];
}
