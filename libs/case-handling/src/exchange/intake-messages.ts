import type { Actor } from '@app/cases';
import { EventStore, EventStoreFull, EventStoreUnavailable } from '@app/event-store';
import type { Delivered, IntakeMessage, Verdict } from '@app/messaging';
import { ReadStore, RowsUnavailable } from '@app/read-store';
import { Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { rowsCheckpoint } from '../following/projector';
import { type IntakeReceipt, RecordIntakeEventCommand } from '../intake/record-intake-event.command';
import { IntakeSources, UnknownSource } from './intake-sources';
import { readIntakeMessage } from './read-message';
import { newTally, type Tally } from './tally';
import { verdictOf } from './verdict-of';

const tallied: Readonly<Record<IntakeReceipt['status'], keyof Tally>> = {
  recorded: 'recorded',
  duplicate: 'duplicates',
  parked: 'parked',
  rejected: 'rejected',
};

/** Errors that are no message's fault. */
const unreachable = [EventStoreUnavailable, EventStoreFull, RowsUnavailable];

/** Nothing can be recorded now, whatever the message: all of them are to be given again. */
export class StoresInTrouble extends Error {
  override readonly name = 'StoresInTrouble';
}

/** Records what intake systems publish. Events about one work order go one after the other, the others side by side, so that they share commits. */
@Injectable()
export class IntakeMessages {
  private readonly log = new Logger('IntakeMessages');
  private readonly counted = newTally();
  private failure: string | undefined;
  private probing: Promise<void> | undefined;

  constructor(
    private readonly commands: CommandBus,
    private readonly sources: IntakeSources,
    private readonly store: EventStore,
    private readonly rows: ReadStore,
  ) {}

  /** One verdict for each message. @throws StoresInTrouble when none can be given now: the same messages are to come again */
  async handle(messages: readonly Delivered[]): Promise<readonly Verdict[]> {
    try {
      const trouble = this.store.trouble();
      if (trouble !== undefined) throw new StoresInTrouble(trouble);
      const verdicts = await this.recordAll(messages);
      this.failure = undefined;
      this.counted.consumed += messages.length;
      for (const verdict of verdicts) if (verdict !== 'done') this.counted['dead' in verdict ? 'dead' : 'retried'] += 1;
      return verdicts;
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
      throw error;
    }
  }

  /** Why nothing is being recorded, or undefined while all is well. */
  trouble(): string | undefined {
    return this.failure;
  }

  tally(): Readonly<Tally> {
    return this.counted;
  }

  private async recordAll(messages: readonly Delivered[]): Promise<readonly Verdict[]> {
    const before = new Map<string, Promise<unknown>>();
    const outcomes = await Promise.allSettled(messages.map((delivered) => this.inTurn(before, delivered)));
    return outcomes.map((outcome) => {
      if (outcome.status === 'rejected') throw outcome.reason;
      return outcome.value;
    });
  }

  private inTurn(before: Map<string, Promise<unknown>>, delivered: Delivered): Promise<Verdict> {
    let message: IntakeMessage;
    try {
      message = readIntakeMessage(delivered);
    } catch (error) {
      return this.verdict(error);
    }
    const order = `${message.source}\0${message.subject ?? message.id}`;
    const outcome = (before.get(order) ?? Promise.resolve()).then(() => this.record(message, delivered));
    before.set(order, outcome);
    return outcome;
  }

  private async record(message: IntakeMessage, { topic, partition, offset }: Delivered): Promise<Verdict> {
    try {
      const by = this.speaker(message.source);
      const { status } = await this.commands.execute(new RecordIntakeEventCommand(message, by, `${topic}/${partition}/${offset}`));
      this.counted[tallied[status]] += 1;
      return 'done';
    } catch (error) {
      return this.verdict(error);
    }
  }

  private speaker(source: string): Actor {
    const unit = this.sources.unitOf(source);
    if (unit === undefined) throw new UnknownSource(source);
    return { id: `intake:${source}`, unit, roles: ['intake'] };
  }

  private async verdict(error: unknown): Promise<Verdict> {
    const foreseen = verdictOf(error);
    if (foreseen) return foreseen;
    if (unreachable.some((kind) => error instanceof kind)) throw new StoresInTrouble((error as Error).message);
    await this.storesAnswer();
    // Its message may quote what was sent: it is for the log of the process, and stays there.
    this.log.error(error instanceof Error ? error.stack : String(error));
    return { retry: `broken: ${error instanceof Error ? error.name : 'unknown'}` };
  }

  /** What nobody foresaw is the fault of a message only while the stores answer. */
  private storesAnswer(): Promise<void> {
    return (this.probing ??= this.probe().finally(() => (this.probing = undefined)));
  }

  private async probe(): Promise<void> {
    try {
      await Promise.all([this.store.head(), this.rows.checkpoint(rowsCheckpoint)]);
    } catch (error) {
      throw new StoresInTrouble(error instanceof Error ? error.message : String(error));
    }
    const trouble = this.store.trouble();
    if (trouble !== undefined) throw new StoresInTrouble(trouble);
  }
}
