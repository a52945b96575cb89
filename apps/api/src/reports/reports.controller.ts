import { Circumstances, parseShape, ReportQueries } from '@app/case-handling';
import type { Actor } from '@app/cases';
import { findForm, forms, type Form, reportCsv } from '@app/reports';
import { Controller, Get, NotFoundException, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { camelCased } from '../http/camel-cased';
import { By, StaffOnly } from '../identity/actor';
import { PageParameters, ReportParameters, Year } from './parameters';

/** The statutory forms, filled in; and the cases behind every figure in them. */
@Controller('reports')
@StaffOnly('signer', 'office')
export class ReportsController {
  constructor(
    private readonly reports: ReportQueries,
    private readonly circumstances: Circumstances,
  ) {}

  @Get()
  list() {
    return { items: Object.values(forms).map(({ id, title, authority, validYears }) => ({ id, title, authority, validYears })) };
  }

  @Get(':form/:year')
  async report(
    @Param('form') form: string,
    @Param('year') year: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { format } = parseShape(ReportParameters, query);
    const report = await this.reports.report(formIn(form), parseShape(Year, year, '/year'));
    if (format === 'json') return report;
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${form}-${report.year}.csv"`);
    return reportCsv(formIn(form), report);
  }

  @Get(':form/:year/checks')
  async checks(@Param('form') form: string, @Param('year') year: string) {
    const { position, asOf, checks } = await this.reports.report(formIn(form), parseShape(Year, year, '/year'));
    return { position, asOf, checks };
  }

  @Get(':form/:year/cells/:row/cases')
  async cases(@Param() params: { form: string; year: string; row: string }, @Query() query: unknown, @By() by: Actor) {
    const form = formIn(params.form);
    const row = form.rows.find(({ code }) => code === params.row);
    if (!row) throw new NotFoundException();
    const page = parseShape(PageParameters, query);
    const year = parseShape(Year, params.year, '/year');
    const hiddenFrom = this.circumstances.hiddenFrom(by);
    const { total, withheld, cases } = await this.reports.casesBehindRow(form, row, year, page, hiddenFrom);
    return { row: row.code, figure: row.figure.kind, total, withheld, items: cases.map(camelCased) };
  }
}

const formIn = (id: string): Form => {
  const form = findForm(id);
  if (!form) throw new NotFoundException();
  return form;
};
