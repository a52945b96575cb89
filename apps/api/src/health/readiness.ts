import { PolicyRunner, Projector, SilenceKeeper } from '@app/case-handling';
import { EventStore } from '@app/event-store';
import { Injectable } from '@nestjs/common';

/** More events than this behind the log, and figures are too old to work with. */
const mostEventsBehind = 10_000;

export interface Readiness {
  readonly ready: boolean;
  /** What is wrong, in words; empty when ready. */
  readonly troubles: readonly string[];
  readonly log: { readonly position: number };
  readonly rows: { readonly position: number; readonly behind: number; readonly parkedCases: number };
  readonly policies: { readonly position: number; readonly behind: number };
  /** Up to when it is recorded that nothing happened; cases that are perhaps still being entered; cases that cannot be read. */
  readonly silences: { readonly upTo: string | undefined; readonly unsettled: number; readonly failed: number };
}

/** Whether this process can do its work, and how far its followers are behind the log. */
@Injectable()
export class ReadinessCheck {
  constructor(
    private readonly store: EventStore,
    private readonly projector: Projector,
    private readonly policies: PolicyRunner,
    private readonly silences: SilenceKeeper,
  ) {}

  async now(): Promise<Readiness> {
    const head = await this.store.head();
    const rows = this.projector.progress();
    const policies = this.policies.progress();
    const behind = head - rows.position;
    const troubles = [
      this.store.trouble(),
      this.projector.trouble(),
      this.policies.trouble(),
      this.silences.trouble(),
      behind > mostEventsBehind ? `the rows are ${behind} events behind the log` : undefined,
    ].filter((trouble) => trouble !== undefined);
    return {
      ready: troubles.length === 0,
      troubles,
      log: { position: head },
      rows: { position: rows.position, behind, parkedCases: rows.parked },
      policies: { position: policies.position, behind: head - policies.position },
      silences: this.silences.progress(),
    };
  }
}
