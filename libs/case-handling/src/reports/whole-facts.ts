import { EventStore } from '@app/event-store';
import type { CaseFacts } from '@app/projections';
import { Injectable } from '@nestjs/common';
import { replay } from './replay';

/** Every fact of every case as it was known at a position. Of one position at a time, for they take a kilobyte a case. */
@Injectable()
export class WholeFacts {
  private last: { readonly position: number; readonly facts: Promise<readonly CaseFacts[]> } | undefined;
  private busy: Promise<unknown> = Promise.resolve();

  constructor(private readonly store: EventStore) {}

  at(position: number): Promise<readonly CaseFacts[]> {
    if (this.last?.position === position) return this.last.facts;
    const facts = this.busy.then(() => this.fold(position));
    this.busy = facts.catch(() => (this.last = undefined));
    this.last = { position, facts };
    return facts;
  }

  private async fold(position: number): Promise<readonly CaseFacts[]> {
    const { facts } = await replay(this.store, position, { whole: true });
    return [...facts.values()];
  }
}
