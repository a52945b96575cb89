import type { Position, RecordedEvent } from '../event-store';

/** The events committed last, for followers that keep up: they need not read back what this process has just written. */
export class RecentEvents {
  private events: RecordedEvent[] = [];

  constructor(private readonly most = 2_000) {}

  /** Positions have no gaps, so that the place of an event here follows from its position. */
  add(events: readonly RecordedEvent[]): void {
    // One by one: spread, an append of very many events would overflow the stack, after it has been committed.
    for (const event of events) this.events.push(event);
    if (this.events.length > 2 * this.most) this.events = this.events.slice(-this.most);
  }

  /** The events after a position, or undefined when the first of them is no longer here. */
  after(position: Position, limit: number): readonly RecordedEvent[] | undefined {
    const first = this.events[0];
    const from = first === undefined ? -1 : position + 1 - first.position;
    return from >= 0 && from < this.events.length ? this.events.slice(from, from + limit) : undefined;
  }
}
