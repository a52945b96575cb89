import { answered, askFor, closed, complaint, listedInMemory, statistic, textOf, twoPlaces } from './asked-in-memory';
import { casesOf } from './question';

describe('a rate', () => {
  it('tells what it was made of', () => {
    expect(statistic('rework-rate by routed', [closed({ n: 19 }), closed({ reworks: 2 })])).toEqual({
      metric: 'rework-rate',
      title: { zh: '发回重办率', en: 'Rework rate' },
      kind: 'rate',
      variant: 'routed',
      formula: { zh: '至少发回重办一次÷转办', en: 'sent back for rework at least once / routed' },
      periodRule: { id: 'routed', title: { zh: '首次转办日期在期内', en: 'first sent to a handling unit in the period' } },
      period: { name: '2018-03', from: '2018-03-01', to: '2018-03-31' },
      rounding: twoPlaces,
      filters: {},
      numerator: 1,
      denominator: 20,
      value: '5.00',
      text: '5.00%',
    });
  });

  it('over no cases is neither 0 nor 100', () => {
    const none = statistic('reply-rate by due', []);
    expect(none).toMatchObject({ numerator: 0, denominator: 0, text: '—' });
    expect(none).not.toHaveProperty('value');
  });

  it.each(['2018-02', '2018-04', '2018-Q2', '2019'])('of %s does not count what belongs to March', (period) => {
    expect(textOf('on-time-rate by due', [closed()], { period })).toBe('0/0 —');
  });

  it.each(['2018-03', '2018-Q1', '2018'])('of %s does', (period) => {
    expect(textOf('on-time-rate by due', [closed()], { period })).toBe('1/1 100.00%');
  });
});

describe('groups', () => {
  const cases = [
    closed({ n: 3, channel: 'phone' }),
    complaint({ channel: 'wechat', due_on: '2018-04-02', received_on: '2018-04-01', unit: null }),
    closed({ n: 2, channel: 'wechat', due_on: '2018-04-02' }),
  ];

  it.each(['channel', 'unit', 'kind', 'month', 'platform', 'matter', 'area', 'caseType'] as const)('by %s add up to the whole', (by) => {
    const { items = [], ...whole } = statistic('closure-rate by due', cases, { by, period: '2018' });
    expect(items.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(whole.numerator);
    expect(items.reduce((sum, { denominator = 0 }) => sum + denominator, 0)).toBe(whole.denominator);
  });

  it('by month are those of the date that puts a case into the period', () => {
    const { items } = statistic('closure-rate by due', cases, { by: 'month', period: '2018' });
    expect(items).toMatchObject([
      { month: '2018-03', numerator: 3, denominator: 3 },
      { month: '2018-04', numerator: 2, denominator: 3 },
    ]);
  });

  it('by a fact that is not known have no name', () => {
    expect(statistic('received by orders', cases, { by: 'unit', period: '2018' }).items).toMatchObject([
      { unit: 'water', text: '5' },
      { unit: null, text: '1' },
    ]);
  });

  it('are the figures one gets when asking for each', () => {
    const { items = [] } = statistic('closure-rate by due', cases, { by: 'channel', period: '2018' });
    for (const { channel = null, text } of items)
      expect(statistic('closure-rate by due', cases, { period: '2018', filters: { channel } }).text).toBe(text);
  });
});

describe('the cases behind a figure', () => {
  it('are as many as it says, on either side', () => {
    const cases = [closed({ n: 7 }), answered({ n: 2, case_type: 'letter' }), complaint({ n: 4, case_type: 'letter' }), complaint()];
    const ask = askFor('closure-rate by due', {});
    const listed = (['numerator', 'denominator'] as const).map((side) => listedInMemory(casesOf(ask, side), cases));
    expect(listed).toEqual([9, 14]);
    expect(textOf('closure-rate by due', cases)).toBe('9/14 64.29%');
  });
});
