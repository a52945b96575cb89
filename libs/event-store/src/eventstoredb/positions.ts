import type { Position } from '../event-store';
import type { LogReader } from './log-reader';
import type { Stored } from './stored-event';
import type { Waymark, Waymarks } from './waymarks';

const mostRemembered = 10_000;

/**
 * Where the event at a position stands in EventStoreDB. Of an event recorded here the position is the commit position; one that was
 * brought over keeps its position of before, which is found by the marks that were set on the way.
 */
export class Positions {
  private broughtUpTo = 0;
  private isFinal = false;
  private readonly remembered = new Map<Position, number>();

  constructor(
    private readonly marks: Waymarks<Waymark>,
    private readonly reader: LogReader,
  ) {}

  /** Remembers where an event stands that may be asked for next. */
  learn({ event, commit, isBroughtOver }: Stored): void {
    // Behind an event recorded here nothing is brought over any more.
    if (!isBroughtOver) return;
    this.broughtUpTo = Math.max(this.broughtUpTo, event.position);
    this.remembered.delete(event.position);
    this.remembered.set(event.position, commit);
    if (this.remembered.size > mostRemembered) this.remembered.delete(this.remembered.keys().next().value!);
  }

  /** The commit position of the last event up to `position`, or the start. */
  async commitOf(position: Position): Promise<number | 'start'> {
    if (position <= 0) return 'start';
    const known = this.remembered.get(position);
    if (known !== undefined) return known;
    return position > (await this.lastBroughtOver()) ? position : this.find(position);
  }

  private async lastBroughtOver(): Promise<Position> {
    if (this.isFinal) return this.broughtUpTo;
    const last = await this.marks.last();
    this.broughtUpTo = Math.max(this.broughtUpTo, last?.position ?? 0);
    this.isFinal = (await this.reader.last())?.isBroughtOver === false;
    return this.broughtUpTo;
  }

  private async find(position: Position): Promise<number | 'start'> {
    const mark = await this.marks.lastWhere((one) => one.position <= position);
    let before: number | 'start' = mark?.commit ?? 'start';
    for await (const page of this.reader.pagesFrom(before))
      for (const stored of page) {
        if (stored.event.position > position) return before;
        before = stored.commit;
      }
    return before;
  }
}
