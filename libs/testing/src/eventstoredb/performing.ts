import type { Outcome } from './batch-answers';
import type { Expected } from './event-log';
import type { AppendFault } from './faults';
import { mostAppendBytes, type ProposedRecord } from './log-record';
import type { Node } from './node';

/** Whether to write, and whether to answer. */
const silences: Partial<Record<AppendFault, { write: boolean; cut?: boolean }>> = {
  'timeout-before': { write: false },
  'timeout-after': { write: true },
  'cut-before': { write: false, cut: true },
  'cut-after': { write: true, cut: true },
};

export interface Replies {
  answer(outcome: Outcome): void;
  notLeader(): void;
}

/** Appends, or goes wrong as it was scripted to. */
export function perform(node: Node, name: string, expected: Expected, events: readonly ProposedRecord[], replies: Replies): void {
  if (node.faults.delay > 0) setTimeout(() => performNow(node, name, expected, events, replies), node.faults.delay);
  else performNow(node, name, expected, events, replies);
}

function performNow(node: Node, name: string, expected: Expected, events: readonly ProposedRecord[], replies: Replies): void {
  const write = () => node.log.append(name, expected, events);
  const fault = node.faults.nextAppend(name);
  const silence = fault && silences[fault];
  if (silence) {
    if (silence.write) write();
    if (silence.cut) node.cutConnections();
  } else if (fault === 'late') setTimeout(write, node.faults.lateBy);
  else if (fault === 'not-leader') replies.notLeader();
  else if (fault === 'access-denied') replies.answer('access-denied');
  else if (fault === 'wrong-expected-version') replies.answer({ kind: 'wrong-revision', actual: lastOf(node, name) });
  else if (sizeOf(events) > mostAppendBytes) replies.answer('too-large');
  else {
    const outcome = write();
    replies.answer(fault === 'told-timeout' ? 'told-timeout' : outcome);
  }
}

const sizeOf = (events: readonly ProposedRecord[]) => events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);

function lastOf({ log }: Node, name: string): number {
  const records = log.stream(name);
  return typeof records === 'string' ? -1 : records.at(-1)!.revision;
}
