import { Circumstances, digestOf, evidenceFor, parseShape, ReportForms, ReportPaperwork, ReportQueries } from '@app/case-handling';
import { type Actor, CaseId } from '@app/cases';
import { EventStore } from '@app/event-store';
import { Controller, Get, NotFoundException, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { caseTypeIn } from '../cases/stated';
import { camelCased } from '../http/camel-cased';
import { By, StaffOnly } from '../identity/actor';
import { CellCasesParameters, ReportParameters } from './parameters';
import { ReportChoice } from './report-choice';
import { fileKinds, fileName } from './report-files';
import { ReportRequests } from './report-requests';

interface Addressed {
  readonly form: string;
  readonly year: string;
}

/** The forms, filled in as they are known now or were known then; and the cases behind every figure in them. */
@Controller('reports')
@StaffOnly('signer', 'office', 'unit')
export class ReportsController {
  constructor(
    private readonly requests: ReportRequests,
    private readonly reports: ReportQueries,
    private readonly paperwork: ReportPaperwork,
    private readonly forms: ReportForms,
    private readonly circumstances: Circumstances,
    private readonly store: EventStore,
  ) {}

  @Get()
  list() {
    return {
      items: this.forms.book.map(({ id, version, title, authority, validYears }) => ({ id, version, title, authority, validYears })),
    };
  }

  @Get(':form/:year')
  async report(
    @Param() { form, year }: Addressed,
    @Query() query: unknown,
    @By() by: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { format, ...choice } = parseShape(ReportParameters, query);
    const asked = this.requests.asked(form, year, choice, by);
    const position = await this.requests.position(choice);
    if (format === 'json') {
      const report = await this.reports.report(asked, position);
      return { ...report, digest: digestOf(report) };
    }
    const papers = await this.paperwork.papers(asked, position);
    const { type, make } = fileKinds[format];
    const disposition = format === 'html' ? 'inline' : 'attachment';
    void reply.header('content-type', type).header('content-disposition', `${disposition}; filename="${fileName(papers, format)}"`);
    const file = await make(papers);
    return typeof file === 'string' ? file : Buffer.from(file);
  }

  @Get(':form/:year/cells/:row/cases')
  async cases(@Param() { form, year, row }: Addressed & { row: string }, @Query() query: unknown, @By() by: Actor) {
    const { offset, limit, ...choice } = parseShape(CellCasesParameters, query);
    const asked = this.requests.asked(form, year, choice, by);
    const found = this.requests.row(asked.form, row);
    const page = { offset, limit, hiddenFrom: this.circumstances.hiddenFrom(by) };
    const { total, withheld, cases } = await this.reports.casesBehindRow(asked, found, page, await this.requests.position(choice));
    return { row: found.code, figure: found.figure.kind, total, withheld, items: cases.map(camelCased) };
  }

  /** The events that put a case where it is counted. */
  @Get(':form/:year/cells/:row/cases/:type/:id')
  async evidence(
    @Param() { form, year, row, type, id }: Addressed & { row: string; type: string; id: string },
    @Query() query: unknown,
    @By() by: Actor,
  ) {
    const choice = parseShape(ReportChoice, query);
    const asked = this.requests.asked(form, year, choice, by);
    const found = this.requests.row(asked.form, row);
    const named = { caseType: caseTypeIn(type).name, caseId: parseShape(CaseId, id, '/id') };
    const position = await this.requests.position(choice);
    const facts = await this.reports.caseBehindRow(asked, found, named.caseId, this.circumstances.hiddenFrom(by), position);
    if (facts?.case_type !== named.caseType) throw new NotFoundException();
    const upTo = position ?? (await this.store.head());
    const items = await evidenceFor(this.store, named.caseType, named.caseId, upTo);
    return {
      row: found.code,
      ...named,
      caseNumber: facts.case_number,
      items: items.map((each) => ({ ...each, facts: camelCased(each.facts) })),
    };
  }
}
