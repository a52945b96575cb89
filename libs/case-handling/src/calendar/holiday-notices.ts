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
