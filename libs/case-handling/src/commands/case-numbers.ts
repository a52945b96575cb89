import { EventStore, newEventId, RevisionConflict } from '@app/event-store';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { BusinessClock } from '../business-clock';
import { streamOf } from '../recording/case-ids';

const usualBlock = 50;

interface Block {
  next: number;
  last: number;
  /** Revision of our own reservation: nobody has reserved after us while it is the last. */
  revision: number;
}

/**
 * Gives out case numbers such as `RX-2018-000772`. Numbers are reserved in blocks through a stream, so that several servers
 * never give the same one; what is left of a block is handed back at an orderly end, and is a gap after a crash.
 */
@Injectable()
export class CaseNumbers implements OnApplicationShutdown {
  private readonly blocks = new Map<string, Block>();
  private readonly reserving = new Map<string, Promise<void>>();
  /** How many wait for a number of the series: a block is at least for all of them. */
  private readonly waiting = new Map<string, number>();

  constructor(
    private readonly store: EventStore,
    private readonly clock: BusinessClock,
  ) {}

  /** @param blockSize how many to reserve when none is left; whoever brings in many cases knows how many */
  async next(prefix: string, year: string, blockSize: number = usualBlock): Promise<string> {
    const series = `${prefix}-${year}`;
    for (;;) {
      const block = this.blocks.get(series);
      if (block && block.next <= block.last) return `${series}-${String(block.next++).padStart(6, '0')}`;
      this.wait(series, 1);
      await this.reserve(series, blockSize).finally(() => this.wait(series, -1));
    }
  }

  async onApplicationShutdown(): Promise<void> {
    for (const [series, { next, last, revision }] of this.blocks)
      if (next <= last) await this.take(series, revision, next - 1).catch(() => undefined);
    this.blocks.clear();
  }

  private wait(series: string, more: number): void {
    this.waiting.set(series, (this.waiting.get(series) ?? 0) + more);
  }

  private reserve(series: string, blockSize: number): Promise<void> {
    const running = this.reserving.get(series);
    if (running) return running;
    const reservation = this.reserveBlock(series, blockSize).finally(() => this.reserving.delete(series));
    this.reserving.set(series, reservation);
    return reservation;
  }

  private async reserveBlock(series: string, blockSize: number): Promise<void> {
    for (;;) {
      // From our own last reservation on: the stream grows with every block.
      const from = this.blocks.get(series)?.revision ?? 0;
      const taken = (await this.store.readStream(streamOf('numbering', series), from)).at(-1);
      const upTo = taken ? (JSON.parse(taken.data) as { upTo: number }).upTo : 0;
      const last = upTo + Math.max(blockSize, this.waiting.get(series) ?? 0);
      try {
        const { revision } = await this.take(series, taken?.revision ?? -1, last);
        this.blocks.set(series, { next: upTo + 1, last, revision });
        return;
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
  }

  private take(series: string, after: number, upTo: number) {
    const metadata = JSON.stringify({ occurredAt: this.clock.now().toISOString(), by: { id: 'system', unit: 'system' } });
    const event = { id: newEventId(), type: 'CaseNumbersTaken', data: JSON.stringify({ upTo }), metadata };
    return this.store.append(streamOf('numbering', series), after < 0 ? 'none' : after, [event]);
  }
}
