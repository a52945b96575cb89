import { setTimeout as milliseconds } from 'node:timers/promises';
import { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import type { ServiceError } from '@grpc/grpc-js';
import type { EventLog } from './event-log';
import type { LogRecord } from './log-record';
import type { Node } from './node';
import { PacedWriter, type ReadCall } from './paced-writer';
import { streamName, streamNotFound, wireForm } from './read-messages';
import { filterOf } from './record-filter';
import { invalidPosition, streamDeleted, unavailable } from './replies';
import { follow } from './subscription';

/** Reads of a stream and of `$all`, and subscriptions to `$all`. */
export async function read(node: Node, call: ReadCall): Promise<void> {
  const options = call.request.getOptions()!;
  const name = options.hasAll() ? '$all' : streamName(options.getStream()!.getStreamIdentifier());
  call.on('error', () => undefined);
  if (node.faults.delay > 0) await milliseconds(node.faults.delay);
  const refused = node.refusal(call) ?? goWrong(node, name);
  if (refused === 'silent') return;
  if (refused) call.emit('error', refused);
  else if (options.hasSubscription()) await follow(node, call, options);
  else await answer(node, call, options, name);
}

function goWrong(node: Node, name: string): ServiceError | 'silent' | undefined {
  const fault = node.faults.nextRead(name);
  if (!fault) return undefined;
  if (fault === 'cut') node.cutConnections();
  const answers = { cut: 'silent', timeout: 'silent', unavailable: unavailable(), 'not-leader': node.notLeader() } as const;
  return answers[fault];
}

async function answer({ log }: Node, call: ReadCall, options: ReadReq.Options, name: string): Promise<void> {
  const found = options.hasAll() ? allFrom(log, options) : streamFrom(log, options, name);
  if (!Array.isArray(found)) return void call.emit('error', found);
  if (found.length === 0 && log.stream(name) === 'unknown' && !options.hasAll()) call.write(streamNotFound(name));
  const writer = new PacedWriter(call);
  for (const record of found) if (!(await writer.write(wireForm(log, record, options.getResolveLinks())))) return;
  call.end();
}

const isBackwards = (options: ReadReq.Options): boolean => options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;

function allFrom(log: EventLog, options: ReadReq.Options): LogRecord[] | ServiceError {
  const from = options.getAll()!;
  const position = from.getPosition();
  const index = position ? log.indexAt(Number(position.getCommitPosition())) : from.hasStart() ? 0 : log.records.length;
  if (index === -1) return invalidPosition();
  const matches = filterOf(options);
  const most = Number(options.getCount());
  const found: LogRecord[] = [];
  // Forwards from the record at the position; backwards from the one before it.
  const [step, first] = isBackwards(options) ? [-1, index - 1] : [1, index];
  for (let at = first; at >= 0 && at < log.records.length && found.length < most; at += step)
    if (matches(log.records[at]!)) found.push(log.records[at]!);
  return found;
}

function streamFrom(log: EventLog, options: ReadReq.Options, name: string): LogRecord[] | ServiceError {
  const records = log.stream(name);
  if (records === 'deleted') return streamDeleted(name);
  if (records === 'unknown') return [];
  const from = options.getStream()!;
  const revision = from.hasRevision() ? Number(from.getRevision()) : from.hasStart() ? 0 : Infinity;
  const most = Number(options.getCount());
  const inReach = isBackwards(options)
    ? records.filter((record) => record.revision <= revision).toReversed()
    : records.slice(Math.max(0, Math.min(records.length, revision - (records[0]?.revision ?? 0))));
  return inReach.slice(0, most);
}
