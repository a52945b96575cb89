import { CaseQueries, parseShape } from '@app/case-handling';
import { type Actor, businessDate, CaseId, type CaseType } from '@app/cases';
import { Controller, Get, Logger, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { camelCased } from '../http/camel-cased';
import { By } from '../identity/actor';
import { readQueueQuery, writeCursor } from './queue-query';
import { caseTypeIn, etagOf } from './stated';

/** What staff see of cases. */
@Controller('cases')
export class CasesController {
  private readonly audit = new Logger('Audit');

  constructor(private readonly cases: CaseQueries) {}

  @Get()
  async queue(@Query() query: unknown, @By() by: Actor, @Req() { url }: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { items, next } = await this.cases.workQueue(by, { ...readQueueQuery(query), today: businessDate(new Date().toISOString()) });
    if (next) {
      const address = new URL(url, 'http://here');
      address.searchParams.set('cursor', writeCursor(next));
      void reply.header('link', `<${address.pathname}${address.search}>; rel="next"`);
    }
    return { items: items.map(camelCased), next: next && writeCursor(next) };
  }

  @Get(':type/:id')
  async one(@Param() params: { type: string; id: string }, @By() by: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    const { caseType, caseId } = named(params);
    const [facts, personal] = await Promise.all([this.cases.facts(caseType, caseId, by), this.cases.personal(caseType, caseId, by, false)]);
    void reply.header('etag', etagOf(facts.revision));
    return { ...camelCased(facts), personal };
  }

  @Get(':type/:id/timeline')
  async timeline(@Param() params: { type: string; id: string }, @By() by: Actor) {
    const { caseType, caseId } = named(params);
    return this.cases.timeline(caseType, caseId, by);
  }

  /** Every due date it had: from which day, by which rule and calendar, which days were skipped and why. */
  @Get(':type/:id/deadlines')
  async deadlines(@Param() params: { type: string; id: string }, @By() by: Actor) {
    const { caseType, caseId } = named(params);
    return { items: await this.cases.deadlines(caseType, caseId, by) };
  }

  @Get(':type/:id/commands')
  async allowed(@Param() params: { type: string; id: string }, @By() by: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    const { caseType, caseId } = named(params);
    const { revision, commands } = await this.cases.allowed(caseType, caseId, by);
    void reply.header('etag', etagOf(revision));
    return { commands };
  }

  /** Personal data in clear, for the office and the unit that holds the case. Every look is written down. */
  @Get(':type/:id/personal')
  async personal(@Param() params: { type: string; id: string }, @By() by: Actor) {
    const { caseType, caseId } = named(params);
    const items = await this.cases.personal(caseType, caseId, by, true);
    this.audit.log(`${by.id} of ${by.unit} read the personal data of ${caseType.name} ${caseId}`);
    return { items };
  }
}

const named = ({ type, id }: { type: string; id: string }): { readonly caseType: CaseType; readonly caseId: string } => ({
  caseType: caseTypeIn(type),
  caseId: parseShape(CaseId, id, '/id'),
});
