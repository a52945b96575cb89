import type { Actor } from '@app/cases';
import { Command } from '@nestjs/cqrs';
import type { HolidayNotice } from './holiday-notice';

export interface NoticeResult {
  readonly number: string;
  /** Version of the calendar with it. */
  readonly calendar: string;
  readonly revision: number;
  readonly position: number;
  /** True when it was known: nothing was recorded now. */
  readonly repeated: boolean;
}

/** Records a holiday notice; the due dates of open cases follow it. */
export class RecordHolidayNoticeCommand extends Command<NoticeResult> {
  constructor(
    readonly notice: HolidayNotice,
    readonly by: Actor,
  ) {
    super();
  }
}
