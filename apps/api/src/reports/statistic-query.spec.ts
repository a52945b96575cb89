import { Malformed, parseShape } from '@app/case-handling';
import { defaultRules, type LocalRules } from '@app/cases';
import { findMetric } from '@app/reports';
import { bulletinQueryIn, groupedAskIn, roundingIn, StatisticParameters } from './statistic-query';

const rules = (statistics: Partial<LocalRules['statistics']>): LocalRules => ({
  ...defaultRules,
  statistics: { ...defaultRules.statistics, ...statistics },
});

/** From 2020 on this county reckons closure over what was routed, and cuts off. */
const rulesFor = ({ to }: { to: string }): LocalRules =>
  to < '2020' ? defaultRules : rules({ closureOver: 'routed', rounding: { mode: 'truncate', places: 1 } });

const askFor = (metric: string, address: string) => {
  const stated = parseShape(StatisticParameters, Object.fromEntries(new URLSearchParams(address)));
  const ask = groupedAskIn(findMetric(metric)!, stated, rulesFor);
  return { ...ask, rounding: roundingIn(stated, ask.period, rulesFor) };
};

const pointerOf = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    if (error instanceof Malformed) return error.errors[0]?.pointer;
    throw error;
  }
  return undefined;
};

describe('an address that asks for a statistic', () => {
  it('names a period, or its first and last day', () => {
    expect(askFor('received', 'period=2017-Q2').period).toEqual({ name: '2017-Q2', from: '2017-04-01', to: '2017-06-30' });
    expect(askFor('received', 'from=2018-03-05&to=2018-03-05').period.name).toBe('2018-03-05/2018-03-05');
  });

  it('is reckoned by the local rules of the last day of the period, unless it says otherwise', () => {
    expect(askFor('closure-rate', 'period=2018')).toMatchObject({ variant: { id: 'due' }, rounding: { mode: 'half-up', places: 2 } });
    expect(askFor('closure-rate', 'period=2020')).toMatchObject({ variant: { id: 'routed' }, rounding: { mode: 'truncate', places: 1 } });
    expect(askFor('closure-rate', 'period=2020&variant=received&rounding=half-up&places=0')).toMatchObject({
      variant: { id: 'received' },
      rounding: { mode: 'half-up', places: 0 },
    });
  });

  it('filters by what it names; empty stands for what is not known', () => {
    expect(askFor('received', 'period=2018&caseType=letter&unit=&matter=道路').filters).toEqual({
      caseType: 'letter',
      unit: null,
      matter: '道路',
    });
    expect(askFor('received', 'period=2018').filters).toEqual({});
  });

  it('may name one of the types that the metric is for', () => {
    expect(askFor('response-rate', 'period=2018&caseType=proposal').filters).toEqual({ caseType: 'proposal' });
  });

  it.each([
    ['received', '', '/period'],
    ['received', 'period=2023-13', '/period'],
    ['received', 'period=2023&from=2023-01-01&to=2023-02-01', '/period'],
    ['received', 'from=2023-02-01&to=2023-01-01', '/to'],
    ['received', 'from=2023-02-01', '/to'],
    ['received', 'from=2023-02-30&to=2023-03-01', '/from'],
    ['received', 'period=2023&variant=guess', '/variant'],
    ['received', 'period=2023&variant=constructor', '/variant'],
    ['received', 'period=2023&by=colour', '/by'],
    ['received', 'period=2023&unit=No+Unit', '/unit'],
    ['received', 'period=2023&channel=', '/channel'],
    ['received', 'period=2023&caseType=petition', '/caseType'],
    ['received', 'period=2023&colour=red', '/colour'],
    ['received', 'period=2023&places=5', '/places'],
    ['received', 'period=2023&rounding=up', '/rounding'],
    ['meeting-rate', 'period=2023&caseType=complaint', '/caseType'],
    ['requests-handled', 'period=2023&by=month', '/by'],
  ])('for %s is refused with %j: %s', (metric, address, pointer) => {
    expect(pointerOf(() => askFor(metric, address))).toBe(pointer);
  });
});

describe('an address that asks for a bulletin', () => {
  it('names its period', () => {
    expect(bulletinQueryIn({ period: '2023-09', places: '1' })).toMatchObject({ period: { to: '2023-09-30' }, stated: { places: 1 } });
  });

  it.each([[{}], [{ period: 'September' }], [{ period: '2023-09-01/2023-09-30' }]])('but not %j', (query) => {
    expect(pointerOf(() => bulletinQueryIn(query))).toBe('/period');
  });
});
