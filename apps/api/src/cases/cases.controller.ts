import { CaseQueries, DuplicateHints, parseShape } from '@app/case-handling';
import { type Actor, CaseId, type CaseType } from '@app/cases';
import { Controller, Get, Logger, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { camelCased } from '../http/camel-cased';
import { By, StaffOnly } from '../identity/actor';
import { caseTypeIn, etagOf } from './stated';

/** What staff see of a case. */
@Controller('cases')
export class CasesController {
  private readonly audit = new Logger('Audit');

  constructor(
    private readonly cases: CaseQueries,
    private readonly hints: DuplicateHints,
  ) {}

  @Get(':type/:id')
  async one(@Param() params: { type: string; id: string }, @By() by: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    const { caseType, caseId } = named(params);
    const [facts, personal] = await Promise.all([this.cases.facts(caseType, caseId, by), this.cases.maskedPersonal(caseType, caseId, by)]);
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

  /** Who had it from when to when, and for how many working days. */
  @Get(':type/:id/segments')
  async segments(@Param() params: { type: string; id: string }, @By() by: Actor) {
    const { caseType, caseId } = named(params);
    return { items: await this.cases.segments(caseType, caseId, by) };
  }

  /** Recent cases that may be about the same thing, and why. */
  @Get(':type/:id/duplicates')
  @StaffOnly('office')
  async duplicates(@Param() params: { type: string; id: string }, @By() by: Actor) {
    const { caseType, caseId } = named(params);
    return { items: await this.hints.of(caseType, caseId, by) };
  }

  @Get(':type/:id/commands')
  async allowed(@Param() params: { type: string; id: string }, @By() by: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    const { caseType, caseId } = named(params);
    const { revision, commands } = await this.cases.allowed(caseType, caseId, by);
    void reply.header('etag', etagOf(revision));
    return { commands };
  }

  /** Personal data in clear, for the office and the unit that holds the case; of a confidential one the unit is not told who called. Every look is written down. */
  @Get(':type/:id/personal')
  async personal(@Param() params: { type: string; id: string }, @By() by: Actor) {
    const { caseType, caseId } = named(params);
    const items = await this.cases.clearPersonal(caseType, caseId, by);
    this.audit.log(`${by.id} of ${by.unit} read the personal data of ${caseType.name} ${caseId}`);
    return { items };
  }
}

const named = ({ type, id }: { type: string; id: string }): { readonly caseType: CaseType; readonly caseId: string } => ({
  caseType: caseTypeIn(type),
  caseId: parseShape(CaseId, id, '/id'),
});
