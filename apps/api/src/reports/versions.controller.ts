import { parseShape, VersionQueries } from '@app/case-handling';
import type { Actor } from '@app/cases';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { By, StaffOnly } from '../identity/actor';
import { VersionsParameters } from './versions-parameters';
import { ReportRequests } from './report-requests';

/** The figures of a year under every version of a form, side by side. */
@Controller('reports')
@StaffOnly('signer', 'office')
export class VersionsController {
  constructor(
    private readonly requests: ReportRequests,
    private readonly versions: VersionQueries,
  ) {}

  @Get(':form/:year/versions')
  async sideBySide(@Param() { form, year }: { form: string; year: string }, @Query() query: unknown, @By() by: Actor) {
    const choice = parseShape(VersionsParameters, query);
    return this.versions.sideBySide(this.requests.asked(form, year, choice, by), await this.requests.position(choice));
  }
}
