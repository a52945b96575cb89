import type { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { RecordedEvent } from '../event-store';
import { readEnvelope, textOf } from './envelope';
import type { Names } from './names';

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
export function readStored(message: ReadResp.ReadEvent, names: Names): Stored | undefined {
  const record = message.getEvent();
  if (!record || message.hasLink()) return undefined;
  const about = record.getMetadataMap();
  const type = about.get('type')!;
  const stream = names.outside(textOf(record.getStreamIdentifier()!.getStreamName_asU8()));
  if (stream === undefined) return undefined;
  const commit = Number(record.getCommitPosition());
  const envelope = readEnvelope(record.getCustomMetadata_asU8());
  const revision = Number(record.getStreamRevision());
  if (!envelope) {
    if (type.startsWith('$')) return undefined;
    throw new ForeignEvent(stream, revision, commit);
  }
  // Only explicit transactions of the old TCP protocol commit elsewhere than they prepare.
  if (record.getPreparePosition() !== record.getCommitPosition()) throw new ForeignEvent(stream, revision, commit);
  const { metadata, personal, call, original } = envelope;
  const recordedAt = original?.recordedAt ?? instant(about.get('created')!);
  const position = original?.position ?? commit;
  const data = textOf(record.getData_asU8());
  const event = { position, stream, revision, id: record.getId()!.getString(), type, recordedAt, data, metadata, personal };
  return { event, commit, call, isBroughtOver: original !== undefined };
}

/** `ticks`: hundreds of nanoseconds since 1970; ten thousand make a millisecond. */
const instant = (ticks: string): string => new Date(Number(ticks.slice(0, -4))).toISOString();
