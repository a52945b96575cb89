import { EventStore, type RecordedEvent, type Subscription } from '@app/event-store';
import type { OutgoingEvent, OutgoingMessage, Publisher } from '@app/messaging';
import { writeKafkaEvent } from '@app/messaging';
import { noChanges } from '@app/projections';
import { ReadStore } from '@app/read-store';
import { Logger } from '@nestjs/common';
import { publishedEvent } from './published-event';

/** Carried over to new rows like that of the policies, or everything would be published again. */
export const relayCheckpoint = 'relay';

export interface RelaySettings {
  /** Where events go, `huiying.cases`. */
  readonly topic: string;
  /** The CloudEvents `source` of this installation. */
  readonly source: string;
  /** Milliseconds before it is tried again after a failure. */
  readonly restartAfter?: number;
}

const batchSize = 1_000;
/** Batches without anything to tell move the checkpoint only now and then. */
const eventsPerCheckpoint = 5_000;

/** Publishes what happens to cases, in the order of the log. At least once: what was published but not yet noted as such goes out again. */
export class Relay {
  private readonly log = new Logger('Relay');
  private readonly restartAfter: number;
  private subscription: Subscription | undefined;
  private restart: NodeJS.Timeout | undefined;
  private running = false;
  private turn = 0;
  private saved = 0;
  private position = 0;
  private unsaved = 0;
  private published = 0;
  private unreadable = 0;
  private failure: string | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly rows: ReadStore,
    private readonly publisher: Publisher,
    private readonly settings: RelaySettings,
  ) {
    this.restartAfter = settings.restartAfter ?? 1_000;
  }

  /** Resolves at once; what stands in its way is told by `trouble`, and tried again. */
  async start(): Promise<void> {
    this.running = true;
    this.turn += 1;
    await this.follow(this.turn);
  }

  /** Ends after the batch that is being published. */
  async stop(): Promise<void> {
    this.running = false;
    clearTimeout(this.restart);
    await this.subscription?.stop();
    this.subscription = undefined;
    await this.save().catch((error: unknown) => this.log.warn(`the relay's checkpoint is not kept: ${textOf(error)}`));
    // What is done elsewhere from now on is no trouble here.
    this.failure = undefined;
  }

  /** Why nothing is being published, or undefined while all is well. */
  trouble(): string | undefined {
    return this.failure;
  }

  progress(): { readonly position: number; readonly published: number; readonly unreadable: number } {
    return { position: this.position, published: this.published, unreadable: this.unreadable };
  }

  /** What an earlier start began and is still under way comes to nothing: two would publish side by side. */
  private isOver(turn: number): boolean {
    return !this.running || turn !== this.turn;
  }

  private async follow(turn: number): Promise<void> {
    try {
      const position = await this.rows.checkpoint(relayCheckpoint);
      if (this.isOver(turn)) return;
      this.saved = this.position = position;
      this.unsaved = 0;
      this.subscription = this.store.subscribe(position, {
        batchSize,
        handle: (events) => this.handle(events),
        caughtUp: () => (this.failure = undefined),
        failed: (error) => this.failed(error, turn),
      });
    } catch (error) {
      this.failed(error, turn);
    }
  }

  private async handle(events: readonly RecordedEvent[]): Promise<void> {
    const last = events.at(-1);
    if (!last) return;
    const messages = this.messagesOf(events);
    if (messages.length > 0) await this.publisher.publish(this.settings.topic, messages);
    this.failure = undefined;
    this.published += messages.length;
    this.position = last.position;
    this.unsaved += events.length;
    if (messages.length > 0 || this.unsaved >= eventsPerCheckpoint) await this.save();
  }

  private messagesOf(events: readonly RecordedEvent[]): readonly OutgoingMessage[] {
    return events
      .map((event) => this.readable(event))
      .filter((event) => event !== undefined)
      .map(writeKafkaEvent);
  }

  /** An event that cannot be read is for people to look at, as it is with the rows; the others go on. */
  private readable(event: RecordedEvent): OutgoingEvent | undefined {
    try {
      return publishedEvent(event, this.settings.source);
    } catch (error) {
      this.unreadable += 1;
      this.log.error(`${event.stream}@${event.revision} at position ${event.position} is not published: ${textOf(error)}`);
      return undefined;
    }
  }

  private async save(): Promise<void> {
    if (this.position === this.saved) return;
    await this.rows.apply(noChanges, { name: relayCheckpoint, from: this.saved, to: this.position });
    this.saved = this.position;
    this.unsaved = 0;
  }

  private failed(error: unknown, turn: number): void {
    if (this.isOver(turn)) return;
    if (this.failure === undefined) this.log.error(`nothing is published: ${textOf(error)}; trying again`);
    this.failure = textOf(error);
    this.restart = setTimeout(() => void this.follow(turn), this.restartAfter);
  }
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
