import { setTimeout as milliseconds } from 'node:timers/promises';
import { AppendTooLarge, EventStoreUnavailable } from '../errors';
import type { AppendAnswer } from './append-answers';
import { BatchAppends } from './batch-appends';
import type { Connection, Page } from './connection';
import { isUnimplemented } from './failures';
import { type Proposal, sizeOf } from './proposal';
import { readStreamRequest } from './read-requests';
import { pauseBefore } from './settings';
import { appendSingly } from './single-appends';

/** More than this is not even sent: the server would break off the call that others share. */
const mostBytes = 15 * 1024 * 1024;

/** A definite outcome: recorded by this call or, with the same ids, by an earlier one; or refused, with where the stream is. */
export type Outcome =
  | { readonly kind: 'recorded'; readonly revision: number; readonly commit: number | undefined }
  | { readonly kind: 'refused'; readonly actual: number };

/** Appends until it is certain what came of it: what is unknown is looked up by event id, and tried again with the same ids. */
export class Recorder {
  private readonly batches: BatchAppends;
  private takesBatches = true;

  constructor(private readonly connection: Connection) {
    this.batches = new BatchAppends(connection);
  }

  /** @throws EventStoreUnavailable, AppendTooLarge */
  async record(proposal: Proposal): Promise<Outcome> {
    refuseHuge(proposal);
    const { deadlines } = this.connection;
    const until = Date.now() + deadlines.total;
    let wasSent = false;
    for (let attempt = 0; ; attempt++) {
      const answer = await this.attempt(proposal);
      const outcome = await this.judge(proposal, answer, wasSent);
      if (outcome) return outcome;
      const { kind, error } = answer as Extract<AppendAnswer, { error: unknown }>;
      wasSent ||= kind === 'unknown';
      const pause = pauseBefore(attempt, deadlines);
      if (Date.now() + pause > until) throw this.connection.unavailable(error, wasSent);
      await milliseconds(pause);
    }
  }

  private async attempt(proposal: Proposal): Promise<AppendAnswer> {
    if (!this.takesBatches) return appendSingly(this.connection, proposal);
    const answer = await this.batches.append(proposal);
    if (!('error' in answer && isUnimplemented(answer.error))) return answer;
    this.takesBatches = false;
    return appendSingly(this.connection, proposal);
  }

  /** Undefined where nothing is settled, and trying again is safe. */
  private async judge(proposal: Proposal, answer: AppendAnswer, wasSent: boolean): Promise<Outcome | undefined> {
    if (answer.kind === 'not-sent') return undefined;
    if (answer.kind === 'unknown') return this.lookUp(proposal);
    if (answer.kind === 'too-large') throw new AppendTooLarge(answer.most);
    if (answer.kind === 'deleted') throw deletedForEver(proposal.stream, wasSent);
    if (answer.kind === 'denied') throw this.connection.unavailable({ code: 16, details: 'access denied' }, wasSent);
    this.connection.trouble = undefined;
    if (answer.kind === 'recorded') return answer;
    const found = await this.lookUp(proposal);
    return found?.kind === 'recorded' ? found : { kind: 'refused', actual: answer.actual };
  }

  // Undefined while the stream is where it was expected: then the append was not recorded, but may still be under way.
  private async lookUp(proposal: Proposal): Promise<Outcome | undefined> {
    const { stream, expected, events } = proposal;
    let page: Page;
    try {
      page = await this.connection.read(readStreamRequest(stream, expected === 'none' ? 'start' : expected + 1, events.length));
    } catch (error) {
      throw new EventStoreUnavailable((error as Error).message, true, { cause: error });
    }
    const records = page.events.map(({ record }) => record);
    if (page.stream === 'deleted') throw deletedForEver(stream, true);
    if (records.length === 0) return undefined;
    const last = records.at(-1)!;
    if (events.every(({ id }, offset) => records[offset]?.id === id))
      return { kind: 'recorded', revision: last.revision, commit: last.commit };
    return { kind: 'refused', actual: await this.lastRevision(stream) };
  }

  async lastRevision(stream: string): Promise<number> {
    const { events } = await this.connection.read(readStreamRequest(stream, 'end', 1, 'backwards'));
    return events[0]?.record?.revision ?? -1;
  }
}

const deletedForEver = (stream: string, outcomeUnknown: boolean) =>
  new EventStoreUnavailable(`事件流已被永久删除 (the stream ${stream} was deleted for ever)`, outcomeUnknown);

function refuseHuge({ events }: Proposal): void {
  const bytes = events.reduce((sum, event) => sum + sizeOf(event), 0);
  if (bytes > mostBytes) throw new AppendTooLarge(mostBytes);
}
