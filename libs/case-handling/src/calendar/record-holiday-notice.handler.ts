import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BusinessClock } from '../business-clock';
import { Circumstances } from '../circumstances';
import { StreamWriter } from '../recording/stream-writer';
import { noticesFold, noticesStream, recordNotice } from './holiday-notice';
import { HolidayNotices } from './holiday-notices';
import { type NoticeResult, RecordHolidayNoticeCommand } from './record-holiday-notice.command';

@CommandHandler(RecordHolidayNoticeCommand)
export class RecordHolidayNoticeHandler implements ICommandHandler<RecordHolidayNoticeCommand> {
  constructor(
    private readonly writer: StreamWriter,
    private readonly notices: HolidayNotices,
    private readonly circumstances: Circumstances,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws NotAllowed when the number is known with another content */
  async execute({ notice, by }: RecordHolidayNoticeCommand): Promise<NoticeResult> {
    const { revision, position, types } = await this.writer.write({
      stream: noticesStream,
      fold: noticesFold,
      metadata: { occurredAt: this.clock.now().toISOString(), by: { id: by.id, unit: by.unit } },
      decide: ({ state }) => recordNotice(state, notice),
    });
    await this.notices.load();
    return { number: notice.number, calendar: this.circumstances.calendar.version, revision, position, repeated: types.length === 0 };
  }
}
