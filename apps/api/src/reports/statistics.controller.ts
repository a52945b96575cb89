import { parseShape, ReportQueries } from '@app/case-handling';
import { type Rounding, satisfactionRate } from '@app/reports';
import { Controller, Get, Query } from '@nestjs/common';
import { camelCased } from '../http/camel-cased';
import { StaffOnly } from '../identity/actor';
import { SatisfactionParameters, TotalsParameters } from './parameters';

const columnOf = { unit: 'unit', channel: 'channel', type: 'case_type', month: 'month' } as const;

const scopeOf = ({ type, unit, channel }: { type?: string | undefined; unit?: string | undefined; channel?: string | undefined }) => ({
  ...(type !== undefined && { case_type: type }),
  ...(unit !== undefined && { unit }),
  ...(channel !== undefined && { channel }),
});

/** Totals and rates, each with all it takes to work it out again. */
@Controller('statistics')
@StaffOnly('office', 'signer')
export class StatisticsController {
  constructor(private readonly reports: ReportQueries) {}

  @Get('satisfaction')
  async satisfaction(@Query() query: unknown) {
    const { year, by, formula, places, ...scope } = parseShape(SatisfactionParameters, query);
    const rounding: Rounding = { mode: 'half-up', places: places as Rounding['places'] };
    const groups = await this.reports.ratings(year, by && columnOf[by], scopeOf(scope));
    if (!by) return { year, ...satisfactionRate(formula, groups[0]?.counts ?? {}, rounding), counts: groups[0]?.counts ?? {} };
    return { year, by, items: groups.map(({ key, counts }) => ({ [by]: key, ...satisfactionRate(formula, counts, rounding), counts })) };
  }

  @Get('totals')
  async totals(@Query() query: unknown) {
    const { year, by, basis, ...scope } = parseShape(TotalsParameters, query);
    const sums = await this.reports.totals(year, basis, [by ? columnOf[by] : 'case_type'], scopeOf(scope));
    return {
      year,
      basis,
      by: by ?? 'type',
      total: sums.reduce((sum, { n }) => sum + n, 0),
      items: sums.map(({ n, ...group }) => ({ ...camelCased(group), count: n })),
    };
  }
}
