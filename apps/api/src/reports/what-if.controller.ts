import { Circumstances, parseShape, Supposition, WhatIf } from '@app/case-handling';
import type { Actor } from '@app/cases';
import { Body, Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import { By, StaffOnly } from '../identity/actor';
import { ReportRequests } from './report-requests';
import { WhatIfParameters } from './what-if-parameters';

/** A report as it is and as it would be under another rule. It is asked for with POST because of its body: nothing is recorded. */
@Controller('reports')
@StaffOnly('signer', 'office')
export class WhatIfController {
  constructor(
    private readonly requests: ReportRequests,
    private readonly whatIf: WhatIf,
    private readonly circumstances: Circumstances,
  ) {}

  @Post(':form/:year/what-if')
  @HttpCode(200)
  async ask(@Param() { form, year }: { form: string; year: string }, @Query() query: unknown, @Body() body: unknown, @By() by: Actor) {
    const { all, ...choice } = parseShape(WhatIfParameters, query);
    const asked = this.requests.asked(form, year, choice, by);
    const supposition = parseShape(Supposition, body ?? {});
    const position = await this.requests.position(choice);
    return this.whatIf.ask(asked, supposition, { position, all: all === 'true', hiddenFrom: this.circumstances.hiddenFrom(by) });
  }
}
