import { AsyncLocalStorage } from 'node:async_hooks';
import type { Statements } from '../connection';
import { Queue } from '../queue';

interface Moment {
  readonly statements: Statements;
  readonly position: number;
  /** One question at a time: it is a single connection. */
  readonly queue: Queue;
  over: boolean;
}

/** What a reader sees while it has asked for one moment, wherever in its work it asks. */
export class Moments {
  private readonly moments = new AsyncLocalStorage<Moment>();

  /** The position of the moment that the caller is in, if it is in one. */
  position(): number | undefined {
    return this.current()?.position;
  }

  /** Asks about the caller's moment, or else `otherwise`. */
  ask<T>(question: (statements: Statements) => Promise<T>, otherwise: () => Promise<T>): Promise<T> {
    const moment = this.current();
    return moment ? moment.queue.run(() => question(moment.statements)) : otherwise();
  }

  async within<T>(statements: Statements, position: number, work: () => Promise<T>): Promise<T> {
    const moment: Moment = { statements, position, queue: new Queue(), over: false };
    try {
      return await this.moments.run(moment, work);
    } finally {
      // What is asked later, by something the work has left behind, is not about that moment any more.
      moment.over = true;
    }
  }

  private current(): Moment | undefined {
    const moment = this.moments.getStore();
    return moment?.over ? undefined : moment;
  }
}
