import type { RecordedEvent } from '../event-store';
import { readEnvelope } from './envelope';
import type { Names } from './names';
import type { ReadEvent } from './wire/records';

/** An event of ours with where it stands in EventStoreDB. */
export interface Stored {
  readonly event: RecordedEvent;
  readonly commit: number;
  /** The call that recorded it. */
  readonly call: string | undefined;
  readonly isBroughtOver: boolean;
}

/** Something stands in one of our streams that we did not write. */
export class ForeignEvent extends Error {
  override readonly name = 'ForeignEvent';
  constructor(
    readonly stream: string,
    readonly revision: number,
    readonly commit: number,
  ) {
    super(`事件流 ${stream} 第 ${revision} 号不是本系统写入的 (event ${revision} of ${stream}, at ${commit}, was not written by huiying)`);
  }
}

/**
 * Undefined for links and for what the server wrote itself.
 * @throws ForeignEvent
 */
export function readStored({ record, isLinked }: ReadEvent, names: Names): Stored | undefined {
  if (!record || isLinked) return undefined;
  const { id, type, revision, commit } = record;
  const stream = names.outside(record.stream);
  if (stream === undefined) return undefined;
  const envelope = readEnvelope(record.metadata);
  if (!envelope) {
    if (type.startsWith('$')) return undefined;
    throw new ForeignEvent(stream, revision, commit);
  }
  // Only explicit transactions of the old TCP protocol commit elsewhere than they prepare.
  if (record.prepare !== commit) throw new ForeignEvent(stream, revision, commit);
  const { metadata, personal, call, original } = envelope;
  const recordedAt = original?.recordedAt ?? instant(record.created);
  const position = original?.position ?? commit;
  const event = { position, stream, revision, id, type, recordedAt, data: record.data.toString(), metadata, personal };
  return { event, commit, call, isBroughtOver: original !== undefined };
}

/** `ticks`: hundreds of nanoseconds since 1970; ten thousand make a millisecond. */
const instant = (ticks: string): string => new Date(Number(ticks.slice(0, -4))).toISOString();
