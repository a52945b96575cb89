import {
  calendarDays,
  Circumstances,
  HolidayNotice,
  HolidayNotices,
  type NoticeResult,
  parseShape,
  RecordHolidayNoticeCommand,
} from '@app/case-handling';
import type { Actor } from '@app/cases';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { By, StaffOnly } from '../identity/actor';
import { DaysParameters } from './parameters';

/** Which days are worked, and the notices that have changed it. */
@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly commands: CommandBus,
    private readonly holidays: HolidayNotices,
    private readonly circumstances: Circumstances,
  ) {}

  /** The due dates of open cases follow it, visibly. The same notice again changes nothing. */
  @Post('notices')
  @StaffOnly('office')
  async record(@Body() body: unknown, @By() by: Actor): Promise<NoticeResult> {
    return this.commands.execute(new RecordHolidayNoticeCommand(parseShape(HolidayNotice, body), by));
  }

  @Get('notices')
  notices() {
    return { items: this.holidays.all() };
  }

  @Get('days')
  days(@Query() query: unknown) {
    const { from, to } = parseShape(DaysParameters, query);
    const { calendar } = this.circumstances;
    return { calendar: calendar.version, items: calendarDays(calendar, from, to) };
  }
}
