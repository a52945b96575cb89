import { type CaughtUp, parseShape, SilenceKeeper } from '@app/case-handling';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { StaffOnly } from '../identity/actor';
import { CatchUpBody } from './parameters';

/** For operators who do not want to wait for the timer, after loading the past for example. */
@Controller('clock')
export class ClockController {
  constructor(private readonly silences: SilenceKeeper) {}

  /** Records the silences that have fallen, also those of cases that were entered only just now. */
  @Post('catch-up')
  @HttpCode(200)
  @StaffOnly('operator')
  async catchUp(@Body() body: unknown): Promise<CaughtUp> {
    const { until } = parseShape(CatchUpBody, body ?? {});
    return this.silences.catchUp(until === undefined ? undefined : new Date(until), { settled: true });
  }
}
