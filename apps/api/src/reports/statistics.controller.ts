import { BusinessClock, parseShape, ReportQueries, StatisticsQueries } from '@app/case-handling';
import { type Actor, businessDate } from '@app/cases';
import { findBulletin, findMetric, type Metric, type Period, periodBetween, type Rounding, satisfactionRate } from '@app/reports';
import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import { camelCased } from '../http/camel-cased';
import { By, StaffOnly } from '../identity/actor';
import { SatisfactionParameters, TotalsParameters } from './parameters';
import { ReportRequests } from './report-requests';
import { askIn, bulletinQueryIn, groupedAskIn, roundingIn, StatisticCasesParameters, StatisticParameters } from './statistic-query';
import { statisticsList } from './statistics-list';

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
  constructor(
    private readonly reports: ReportQueries,
    private readonly statistics: StatisticsQueries,
    private readonly requests: ReportRequests,
    private readonly clock: BusinessClock,
  ) {}

  private readonly rulesFor = (period: Period) => this.statistics.localRules(period);

  @Get()
  list() {
    const today = businessDate(this.clock.now().toISOString());
    return statisticsList(this.rulesFor(periodBetween(today, today)).statistics);
  }

  /** Of a year, with what was counted for each reply; of any other period it is a metric like the rest. */
  @Get('satisfaction')
  async satisfaction(@Query() query: object) {
    if (!Object.hasOwn(query, 'year')) return this.metric('satisfaction', query);
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

  @Get('bulletins/:bulletin')
  async bulletin(@Param('bulletin') id: string, @Query() query: unknown) {
    const bulletin = findBulletin(id);
    if (!bulletin) throw new NotFoundException();
    const { period, stated } = bulletinQueryIn(query);
    return this.statistics.bulletin(bulletin, period, roundingIn(stated, period, this.rulesFor), await this.requests.position(stated));
  }

  @Get(':metric')
  async metric(@Param('metric') id: string, @Query() query: unknown) {
    const stated = parseShape(StatisticParameters, query);
    const ask = groupedAskIn(metricIn(id), stated, this.rulesFor);
    return this.statistics.answer(ask, roundingIn(stated, ask.period, this.rulesFor), await this.requests.position(stated));
  }

  @Get(':metric/cases')
  async cases(@Param('metric') id: string, @Query() query: unknown, @By() by: Actor) {
    const { side, offset, limit, ...stated } = parseShape(StatisticCasesParameters, query);
    const ask = askIn(metricIn(id), stated, this.rulesFor);
    const position = await this.requests.position(stated);
    const { total, withheld, cases } = await this.statistics.cases(ask, side, by, { offset, limit }, position);
    return { metric: id, variant: ask.variant.id, side, total, withheld, items: cases.map(camelCased) };
  }
}

const metricIn = (id: string): Metric => {
  const metric = findMetric(id);
  if (!metric) throw new NotFoundException();
  return metric;
};
