import {
  NarrativeQueries,
  type NarrativeReport,
  type NarrativeResult,
  parseShape,
  ReportForms,
  WriteNarrativeCommand,
} from '@app/case-handling';
import type { Actor } from '@app/cases';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { keyIn } from '../cases/stated';
import { By, StaffOnly } from '../identity/actor';
import { formIn } from './form-in';
import { ChapterBody, ChapterCode } from './narrative-parameters';
import { Year } from './parameters';
import { ReportChoice } from './report-choice';
import { ReportRequests } from './report-requests';

/** The text of a report: chapters with fields, filled in with the figures beside them. */
@Controller('reports')
export class NarrativeController {
  constructor(
    private readonly commands: CommandBus,
    private readonly requests: ReportRequests,
    private readonly narratives: NarrativeQueries,
    private readonly forms: ReportForms,
  ) {}

  @Get(':form/:year/narrative')
  @StaffOnly('signer', 'office', 'unit')
  async narrative(
    @Param() { form, year }: { form: string; year: string },
    @Query() query: unknown,
    @By() by: Actor,
  ): Promise<NarrativeReport> {
    const choice = parseShape(ReportChoice, query);
    return this.narratives.narrativeAt(this.requests.asked(form, year, choice, by), await this.requests.position(choice));
  }

  @Post(':form/:year/narrative/:chapter')
  @HttpCode(200)
  @StaffOnly('signer', 'office')
  async write(
    @Param() { form, year, chapter }: { form: string; year: string; chapter: string },
    @Body() body: unknown,
    @Headers('idempotency-key') key: string | undefined,
    @By() by: Actor,
  ): Promise<NarrativeResult> {
    const stated = parseShape(Year, year, '/year');
    const code = parseShape(ChapterCode, chapter, '/chapter');
    const found = formIn(this.forms, form, stated);
    return this.commands.execute(new WriteNarrativeCommand(found, stated, { code, ...parseShape(ChapterBody, body) }, by, keyIn(key)));
  }
}
