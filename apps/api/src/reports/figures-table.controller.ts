import { DeclareTableCommand, FigureQueries, parseShape, ReportForms, type TableResult, templateCsv } from '@app/case-handling';
import type { Actor } from '@app/cases';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res, UnsupportedMediaTypeException } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { keyIn } from '../cases/stated';
import { languageOf } from '../http/problems';
import { By, StaffOnly } from '../identity/actor';
import { TableParameters, TemplateParameters } from './figures-parameters';
import { recordsIn } from './figures-table';
import { formIn } from './form-in';
import { Year } from './parameters';

/** Declared figures as a table: given out to be filled in, and taken back. */
@Controller('declared-figures')
export class FiguresTableController {
  constructor(
    private readonly commands: CommandBus,
    private readonly figures: FigureQueries,
    private readonly forms: ReportForms,
  ) {}

  @Post(':year/csv')
  @HttpCode(200)
  @StaffOnly('signer', 'unit')
  async declare(
    @Param('year') stated: string,
    @Query() query: unknown,
    @Body() body: unknown,
    @Headers('idempotency-key') key: string | undefined,
    @By() by: Actor,
  ): Promise<TableResult> {
    const { dryRun } = parseShape(TableParameters, query);
    const year = parseShape(Year, stated, '/year');
    if (!Buffer.isBuffer(body)) throw new UnsupportedMediaTypeException();
    return this.commands.execute(new DeclareTableCommand(year, recordsIn(body), by, keyIn(key), dryRun === 'true'));
  }

  @Get(':year/template.csv')
  @StaffOnly('signer', 'office', 'unit')
  async template(
    @Param('year') stated: string,
    @Query() query: unknown,
    @Headers('accept-language') language: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
    @By() by: Actor,
  ): Promise<string> {
    const { form, unit } = parseShape(TemplateParameters, query);
    const year = parseShape(Year, stated, '/year');
    const figures = await this.figures.onForm(formIn(this.forms, form, year), year, unit, by);
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${[form, year, unit].filter((part) => part !== undefined).join('-')}.csv"`);
    return templateCsv(unit, figures, languageOf(language));
  }
}
