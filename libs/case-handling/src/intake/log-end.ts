import type { EventStore, Position, ScannedEvent } from '@app/event-store';
import type { Metadata } from '../recording/metadata';
import { useOf } from './use-of';

/** As much of the log as is looked through; when the rows are further behind, each event is looked up by itself. */
const mostEvents = 20_000;
const eventsPerRead = 2_000;

/** What receipts the end of the log tells of that the rows have not reached. Every event is read once. */
export class LogEnd {
  private uses = new Map<string, { readonly use: string; readonly position: Position }>();
  private from: Position = 0;
  private upTo: Position = 0;
  private read = 0;

  constructor(private readonly store: Pick<EventStore, 'scan'>) {}

  /** Brings it to the part of the log after what the rows tell, up to `head`. False when that is too much to look through. */
  async reach(rows: Position, head: Position): Promise<boolean> {
    if (rows >= this.upTo) this.restart(rows);
    else this.forget(rows);
    while (this.upTo < head) {
      if (this.read >= mostEvents) return false;
      const events = await this.store.scan({ after: this.upTo, upTo: head, limit: eventsPerRead });
      for (const event of events) this.take(event);
      this.read += events.length;
      this.upTo = events.length < eventsPerRead ? head : (events.at(-1)?.position ?? head);
    }
    return this.from <= rows;
  }

  useOf(receipt: string): string | undefined {
    return this.uses.get(receipt)?.use;
  }

  private take({ metadata, position }: ScannedEvent): void {
    if (!metadata.includes('"intake":{')) return;
    const { intake } = JSON.parse(metadata) as Metadata;
    if (intake && !this.uses.has(intake.receipt)) this.uses.set(intake.receipt, { use: useOf(intake), position });
  }

  private restart(rows: Position): void {
    this.uses = new Map();
    this.from = this.upTo = rows;
    this.read = 0;
  }

  /** Entries stand in the order of the log: the oldest come first. */
  private forget(rows: Position): void {
    for (const [receipt, { position }] of this.uses) {
      if (position > rows) return;
      this.uses.delete(receipt);
    }
  }
}
