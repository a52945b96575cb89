import { BusinessClock } from '@app/case-handling';

interface Waking {
  readonly at: number;
  readonly work: () => void | Promise<void>;
}

/** A clock that stands still until somebody drives it. On its way it stops at every waking and lets the work be done. */
export class DrivenClock extends BusinessClock {
  private time: number;
  private readonly wakings = new Set<Waking>();

  /** @param start an instant, e.g. `2018-06-04T09:00:00+08:00` */
  constructor(start: string) {
    super();
    this.time = Date.parse(start);
  }

  now(): Date {
    return new Date(this.time);
  }

  wakeAt(at: Date, work: () => void | Promise<void>): () => void {
    const waking = { at: at.getTime(), work };
    this.wakings.add(waking);
    return () => this.wakings.delete(waking);
  }

  /** Goes on to that instant; what is due by then has been done. */
  async advanceTo(instant: string): Promise<void> {
    const target = Date.parse(instant);
    for (let next = this.next(target); next; next = this.next(target)) {
      this.wakings.delete(next);
      this.time = Math.max(this.time, next.at);
      await next.work();
    }
    this.time = Math.max(this.time, target);
  }

  private next(until: number): Waking | undefined {
    const due = [...this.wakings].filter(({ at }) => at <= until);
    return due.toSorted((one, other) => one.at - other.at)[0];
  }
}
