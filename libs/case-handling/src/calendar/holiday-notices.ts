import { setTimeout as pause } from 'node:timers/promises';
import { calendarWith } from '@app/cases';
import { EventStore, type RecordedEvent } from '@app/event-store';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Circumstances } from '../circumstances';
import { HolidayNotice, noticesStream } from './holiday-notice';

/** The notices that are known here, and the calendar that follows from them. */
@Injectable()
export class HolidayNotices implements OnModuleInit {
  private readonly log = new Logger('HolidayNotices');
  private notices: readonly HolidayNotice[] = [];
  private watching: NodeJS.Timeout | undefined;
  private everyMs = 0;

  constructor(
    private readonly store: EventStore,
    private readonly circumstances: Circumstances,
  ) {}

  /** Before anybody is served: no date is ever reckoned by an older calendar than the log's. */
  onModuleInit(): Promise<void> {
    return this.load();
  }

  all(): readonly HolidayNotice[] {
    return this.notices;
  }

  /** From now on looks whether another process has recorded one; it does so in every process. */
  watch(everyMs: number): void {
    this.everyMs = everyMs;
    const look = () => this.load().catch((error: unknown) => this.log.warn(`holiday notices cannot be read: ${String(error)}`));
    this.watching = setInterval(() => void look(), everyMs);
  }

  unwatch(): void {
    clearInterval(this.watching);
  }

  /** Resolves when all processes know what the log told when this was called; at once where there is but one. */
  async knownEverywhere(): Promise<void> {
    if (this.everyMs > 0) await pause(2 * this.everyMs);
  }

  /** Takes the notices from the log; somebody may have recorded another one. */
  async load(): Promise<void> {
    const found = (await this.store.readStream(noticesStream)).flatMap((event) => this.readable(event));
    // Notices are never taken back, so fewer are what was read before somebody else's.
    if (found.length < this.notices.length) return;
    this.notices = found;
    this.circumstances.calendar = calendarWith(this.notices.map(({ days }) => days));
  }

  /** A notice that nothing in the program would write must not keep the server from starting. */
  private readable({ data, revision }: RecordedEvent): readonly HolidayNotice[] {
    try {
      return [HolidayNotice.parse(JSON.parse(data))];
    } catch (error) {
      this.log.error(`${noticesStream}@${revision} is left out: ${String(error)}`);
      return [];
    }
  }
}
