import { once } from 'node:events';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { Node } from './node';
import { PacedWriter, type ReadCall } from './paced-writer';
import { caughtUp, checkpoint, confirmation, fellBehind, wireForm } from './read-messages';
import { filterOf } from './record-filter';
import { invalidPosition } from './replies';

const usualWindow = 32;
/** A live subscriber with more than this before it is told that it fell behind. */
const tooFarBehind = 1_000;

/** A subscription to `$all`: what is there, the caught-up signal, then what comes. */
export async function follow(node: Node, call: ReadCall, options: ReadReq.Options): Promise<void> {
  const start = startOf(node, options);
  if (start === -1) return void call.emit('error', invalidPosition());
  node.subscriptions.add(call);
  const gone = once(call, 'cancelled').then(() => 'gone' as const);
  call.once('close', () => node.subscriptions.delete(call));
  try {
    await pushFrom(start, node, call, options, gone);
  } finally {
    node.subscriptions.delete(call);
  }
}

// After a position: exclusive, unlike a read.
function startOf({ log }: Node, options: ReadReq.Options): number {
  const from = options.getAll()!;
  const position = from.getPosition();
  if (!position) return from.hasStart() ? 0 : log.records.length;
  const index = log.indexAt(Number(position.getCommitPosition()));
  return index === -1 ? -1 : Math.min(index + 1, log.records.length);
}

async function pushFrom(start: number, node: Node, call: ReadCall, options: ReadReq.Options, gone: Promise<'gone'>): Promise<void> {
  const { log } = node;
  const matches = filterOf(options);
  const filter = options.getFilter();
  const checkpointEvery = (filter?.getCheckpointintervalmultiplier() ?? 1) * (filter?.hasMax() ? filter.getMax() : usualWindow);
  const writer = new PacedWriter(call);
  let live = false;
  let next = start;
  let sinceCheckpoint = 0;
  const tell = (message: ReadResp | Buffer): Promise<boolean> => {
    node.sent += 1;
    return writer.write(message);
  };
  await tell(confirmation(crypto.randomUUID()));
  while (!call.cancelled && !call.destroyed) {
    while (next < log.records.length) {
      if (live && log.records.length - next > tooFarBehind) {
        live = false;
        node.toldFellBehind += 1;
        await tell(fellBehind());
      }
      const record = log.records[next++]!;
      if (matches(record) && !(await tell(wireForm(log, record, options.getResolveLinks())))) return;
      if (filter && ++sinceCheckpoint % checkpointEvery === 0) await tell(checkpoint(record.commit));
    }
    const news = log.news();
    if (!live) await tell(caughtUp());
    live = true;
    if (next === log.records.length && (await Promise.race([news, gone])) === 'gone') return;
  }
}
