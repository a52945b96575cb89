import { EventStore } from '@app/event-store';
import { alarmsTable, type RowChanges } from '@app/projections';
import { Logger } from '@nestjs/common';
import { BusinessClock, nextMidnight, todayBy } from '../business-clock';
import { RowsFollower } from './rows-follower';
import { SilenceRecorder } from './silence-recorder';

/** How long a case must have been left alone before the timer records silences of its past, unless told otherwise. */
const usualSettleMs = 10 * 60_000;

/** A timer may be late or lost: a machine that slept, a clock that was set. Where alarms change in other processes, nothing else tells. */
const usualSafetyMs = 3_600_000;

const restartAfterMs = 1_000;
/** Alarms of today come in crowds; they share a round. */
const gatherMs = 1_000;

export interface CaughtUp {
  readonly cases: number;
  readonly events: number;
  /** Up to when silences are recorded now. */
  readonly upTo: string;
}

/**
 * Records that nothing happened, when nobody acts. It is woken at every midnight in Shanghai, where terms in days end; at the end of a
 * term in hours; when rows say that an alarm is due; and every `safetyMs` besides. After downtime the first round records what fell meanwhile.
 */
export class SilenceKeeper {
  private readonly log = new Logger('SilenceKeeper');
  private callOff: (() => void) | undefined;
  private wakesAt = Infinity;
  private unfollow: (() => void) | undefined;
  private busy: Promise<unknown> = Promise.resolve();
  private started = false;
  private stopped = false;
  private failure: string | undefined;
  private done = { upTo: undefined as string | undefined, unsettled: 0, failed: 0 };

  constructor(
    private readonly store: EventStore,
    private readonly projector: RowsFollower,
    private readonly recorder: SilenceRecorder,
    private readonly clock: BusinessClock,
    private readonly settleMs: number = usualSettleMs,
    private readonly safetyMs: number = usualSafetyMs,
  ) {}

  start(): void {
    this.started = true;
    this.stopped = false;
    this.wakesAt = Infinity;
    this.unfollow = this.projector.onChanges((changes) => this.see(changes));
    this.wakeAt(this.clock.now().getTime());
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.unfollow?.();
    this.callOff?.();
    await this.busy;
  }

  /** Why silences are not recorded, or undefined while they are. */
  trouble(): string | undefined {
    return this.failure;
  }

  /** Up to when silences are recorded, how many cases are perhaps still being entered, and how many cannot be read. */
  progress(): { readonly upTo: string | undefined; readonly unsettled: number; readonly failed: number } {
    return this.done;
  }

  /** Records silences up to that moment, now at the latest. `settled`: also those of cases that were entered only just now. */
  catchUp(until = this.clock.now(), { settled = false } = {}): Promise<CaughtUp> {
    const round = this.busy.then(() => this.round(until, settled ? 0 : this.settleMs));
    this.busy = round.catch(() => undefined);
    return round;
  }

  private async round(stated: Date, settleMs: number): Promise<CaughtUp> {
    const now = this.clock.now();
    const until = stated < now ? stated : now;
    await this.rowsAreCurrent();
    const result = await this.recorder.record({ until, settleMs, isStopped: () => this.stopped });
    const { cases, events, next, unsettled, settlesAt, failed } = result;
    this.done = { upTo: until.toISOString(), unsettled, failed };
    this.wakeAt(next);
    // Cases that settle one after the other are not each worth a round.
    this.wakeAt(Math.max(settlesAt, now.getTime() + this.settleMs / 10));
    return { cases, events, upTo: until.toISOString() };
  }

  /** Alarms are rows: what was recorded before now must be among them. */
  private async rowsAreCurrent(): Promise<void> {
    const head = await this.store.head();
    while (!this.stopped && !(await this.projector.reached(head, 1_000)))
      if (this.projector.trouble()) throw new Error('the rows do not follow');
  }

  private see({ puts, updates }: RowChanges): void {
    const today = todayBy(this.clock);
    const changed = [...(puts.get(alarmsTable) ?? []), ...(updates.get(alarmsTable) ?? []).flatMap(({ rows }) => rows)];
    for (const { wake_on } of changed) {
      if (wake_on === today) this.wakeAt(this.clock.now().getTime() + gatherMs);
      else if (String(wake_on) < today) this.wakeAt(this.clock.now().getTime() + this.settleMs);
    }
  }

  /** At the latest at that moment; an earlier waking stands. */
  private wakeAt(time: number): void {
    if (!this.started || this.stopped || time >= this.wakesAt) return;
    this.callOff?.();
    this.wakesAt = time;
    this.callOff = this.clock.wakeAt(new Date(time), () => this.wake());
  }

  private async wake(): Promise<void> {
    this.wakesAt = Infinity;
    try {
      await this.catchUp();
      this.failure = undefined;
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
      this.log.error(`silences are not recorded: ${this.failure}; trying again`);
      this.wakeAt(this.clock.now().getTime() + restartAfterMs);
    }
    this.wakeAt(Math.min(nextMidnight(this.clock).getTime(), this.clock.now().getTime() + this.safetyMs));
  }
}
