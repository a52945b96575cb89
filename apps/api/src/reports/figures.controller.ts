import {
  BusinessClock,
  checkOccurredAt,
  DeclareFigureCommand,
  type FigureHistory,
  FigureQueries,
  type FigureResult,
  Forbidden,
  parseShape,
  ReportForms,
} from '@app/case-handling';
import type { Actor } from '@app/cases';
import { Body, Controller, Get, Headers, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { keyIn } from '../cases/stated';
import { camelCased } from '../http/camel-cased';
import { By, StaffOnly } from '../identity/actor';
import { DeclareFigureBody, FiguresParameters, HistoryParameters } from './figures-parameters';
import { formIn } from './form-in';
import { Year } from './parameters';

/** Figures that staff declare for a year: documents, staff, budget, articles by channel. */
@Controller('declared-figures')
export class FiguresController {
  constructor(
    private readonly commands: CommandBus,
    private readonly figures: FigureQueries,
    private readonly forms: ReportForms,
    private readonly clock: BusinessClock,
  ) {}

  @Post(':year')
  @StaffOnly('signer', 'unit')
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
  @StaffOnly('signer', 'office', 'unit')
  async list(@Param('year') stated: string, @Query() query: unknown, @By() by: Actor) {
    const { unit, form } = parseShape(FiguresParameters, query);
    const year = parseShape(Year, stated, '/year');
    if (form === undefined) return { items: (await this.figures.declared(year, unit, by)).map(camelCased) };
    const asked = formIn(this.forms, form, year);
    const items = await this.figures.onForm(asked, year, unit, by);
    return {
      form: { id: asked.id, version: asked.version, title: asked.title },
      items: items.map(({ declared, ...figure }) => ({
        ...figure,
        state: declared ? 'declared' : 'blank',
        ...(declared && camelCased(declared)),
      })),
    };
  }

  @Get(':year/:code/history')
  @StaffOnly('signer', 'office', 'unit')
  async history(@Param() params: { year: string; code: string }, @Query() query: unknown, @By() by: Actor): Promise<FigureHistory> {
    const { unit } = parseShape(HistoryParameters, query);
    const history = await this.figures.history(parseShape(Year, params.year, '/year'), params.code, unit, by);
    // What was said stays readable when no form asks for it any more.
    if (history.items.length === 0 && !this.forms.declarable.has(params.code)) throw new NotFoundException();
    return history;
  }
}
