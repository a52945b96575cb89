import { CaseQueries, Circumstances, parseShape } from '@app/case-handling';
import { type Actor, CaseId, type CaseTypeName, suggestRouting } from '@app/cases';
import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { caseTypeIn } from '../cases/stated';
import { By, StaffOnly } from '../identity/actor';
import { RoutingCatalogue } from './installed-rules';

/** What the office sends to whoever is responsible; a proposal is assigned in a meeting, and a disclosure request is addressed. */
const dispatched: readonly string[] = ['complaint', 'letter', 'inquiry'] satisfies CaseTypeName[];

/** Whom the routing catalogue names for a case. The office decides; this spares it the looking up. */
@Controller('cases')
@StaffOnly('office')
export class RoutingController {
  constructor(
    private readonly cases: CaseQueries,
    private readonly circumstances: Circumstances,
    private readonly catalogue: RoutingCatalogue,
  ) {}

  @Get(':type/:id/routing')
  async suggestion(@Param() { type, id }: { type: string; id: string }, @By() by: Actor) {
    if (!dispatched.includes(type)) throw new NotFoundException();
    const facts = await this.cases.facts(caseTypeIn(type), parseShape(CaseId, id, '/id'), by);
    // The facts hold the codes between bars.
    const accused = facts.accused?.split('|').filter(Boolean) ?? [];
    return { suggestion: suggestRouting(this.catalogue.rows, { ...facts, accused }, this.circumstances.units) ?? null };
  }
}
