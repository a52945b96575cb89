import {
  BusinessClock,
  checkOccurredAt,
  DeclareFigureCommand,
  type FigureResult,
  Forbidden,
  parseShape,
  ReportQueries,
} from '@app/case-handling';
import { type Actor, Label } from '@app/cases';
import { Body, Controller, Get, Headers, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { keyIn } from '../cases/stated';
import { camelCased } from '../http/camel-cased';
import { By, StaffOnly } from '../identity/actor';
import { Year } from './parameters';

/** A figure that no case can produce. Without a value the declaration is withdrawn. */
export const DeclareFigureBody = z.strictObject({
  code: z.string().max(80),
  value: z.string().max(30).optional(),
  source: Label,
  note: z.string().max(500).optional(),
  occurredAt: z.string().optional(),
});

/** Figures that staff declare for a year: documents, staff, budget, articles by channel. */
@Controller('declared-figures')
export class FiguresController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reports: ReportQueries,
    private readonly clock: BusinessClock,
  ) {}

  @Post(':year')
  @StaffOnly('signer')
  async declare(
    @Param('year') year: string,
    @Body() body: unknown,
    @Headers('idempotency-key') key: string | undefined,
    @By() by: Actor,
  ): Promise<FigureResult> {
    const { occurredAt, ...declaration } = parseShape(DeclareFigureBody, body);
    if (occurredAt !== undefined && !by.roles.includes('backdate'))
      throw new Forbidden('only who has the role backdate may state when it happened');
    const stated = { ...declaration, year: parseShape(Year, year, '/year') };
    const happenedAt = checkOccurredAt(occurredAt, '/occurredAt', this.clock.now());
    return this.commands.execute(new DeclareFigureCommand(stated, by, happenedAt, keyIn(key)));
  }

  @Get(':year')
  @StaffOnly('signer', 'office')
  async list(@Param('year') year: string) {
    return { items: (await this.reports.declared(parseShape(Year, year, '/year'))).map(camelCased) };
  }
}
