import { forms } from './forms';
import { type CubeRow, totalsOver } from './measure';
import { neededDimensions, neededRatings, neededTotals } from './needs';
import { buildReport, cellOf, type ReportInputs } from './report';

const statutory = forms['gk-2014'];

const inputs = (
  given: { cube?: readonly CubeRow[]; declared?: Readonly<Record<string, string>> } & Partial<Omit<ReportInputs, 'declared'>>,
): ReportInputs => ({
  totals: totalsOver(2018, given.cube ?? []),
  ratings: () => ({}),
  coverage: { firstYear: 2018, lastYear: 2018 },
  position: 7,
  asOf: '2019-03-01T00:00:00.000Z',
  ...given,
  declared: new Map(Object.entries(given.declared ?? {}).map(([code, value]) => [code, { value }])),
});

const cell = (code: string, given: Parameters<typeof inputs>[0], year = 2018) => cellOf(buildReport(statutory, year, inputs(given)), code);

const answered = (n: number, more: Partial<CubeRow>): CubeRow => ({
  basis: 'answered',
  year: 2018,
  case_type: 'disclosure',
  channel: 'online',
  kind: 'natural-person',
  outcome: 'granted',
  timing: 'on-time',
  n,
  ...more,
});

const proceeding = (basis: 'received' | 'closed', outcome: string): CubeRow =>
  answered(1, { basis, case_type: 'proceeding', kind: 'litigation', outcome });

describe('a computed cell', () => {
  it('is zero when the log holds the year and no such case', () => {
    expect(cell('requests-fax', {})).toMatchObject({ state: 'number', value: '0', text: '0', origin: 'computed' });
  });

  it.each([
    ['holds nothing', {}],
    ['begins later', { firstYear: 2019, lastYear: 2020 }],
    ['ends earlier', { firstYear: 2016, lastYear: 2017 }],
    ['does not hold this type of case', { firstYear: 2018, lastYear: 2018, caseTypes: ['complaint'] }],
  ])('is blank when the log %s', (_, coverage) => {
    expect(cell('requests-fax', { coverage })).toEqual({ code: 'requests-fax', state: 'blank', text: '', origin: 'computed' });
  });

  it('carries what it counted', () => {
    expect(cell('replies-granted', { cube: [answered(3, {})] })).toMatchObject({
      value: '3',
      measures: [{ basis: 'answered', where: { case_type: 'disclosure', outcome: 'granted' } }],
    });
  });

  it('adds several measures', () => {
    const cube = [
      answered(52, { case_type: 'inquiry' }),
      answered(128, { case_type: 'letter' }),
      answered(159, { case_type: 'proposal' }),
      answered(772, { case_type: 'complaint', basis: 'closed' }),
      answered(9, { case_type: 'complaint' }),
    ];
    expect(cell('other-responses', { cube })).toMatchObject({ value: '1111' });
  });

  it('counts requests by WeChat, app and higher platforms as made over the internet', () => {
    const cube = ['online', 'wechat', 'app', 'upper-platform', 'phone'].map((channel) => answered(1, { basis: 'received', channel }));
    expect(cell('requests-online', { cube })).toMatchObject({ value: '4' });
    expect(cell('requests-received', { cube })).toMatchObject({ value: '5' });
  });

  it('counts an answer of unstated outcome as a reply and in no reply row', () => {
    const report = buildReport(statutory, 2018, inputs({ cube: [answered(5, {}), answered(1, { outcome: 'not-stated' })] }));
    expect(cellOf(report, 'replies')).toMatchObject({ value: '6' });
    expect(report.checks.find(({ id }) => id === 'a3')).toMatchObject({ status: 'fail', difference: '1', accountedFor: true });
  });

  it('counts a late answer as closed, neither on time nor extended', () => {
    const report = buildReport(statutory, 2018, inputs({ cube: [answered(5, {}), answered(1, { timing: 'late' })] }));
    expect(cellOf(report, 'requests-closed')).toMatchObject({ value: '6' });
    expect(cellOf(report, 'requests-closed-on-time')).toMatchObject({ value: '5' });
    expect(report.checks.find(({ id }) => id === 'a2')).toMatchObject({ status: 'fail', accountedFor: true });
  });

  it('counts a proceeding in the year it was filed and its outcome in the year it ended', () => {
    const cube = [proceeding('received', 'upheld'), proceeding('received', ''), proceeding('closed', 'upheld')];
    expect(cell('litigation', { cube })).toMatchObject({ value: '2' });
    expect(cell('litigation-upheld', { cube })).toMatchObject({ value: '1' });
  });
});

describe('a declared cell', () => {
  it('is what was declared, and blank when nobody has said', () => {
    expect(cell('funding', { declared: { funding: '205.0' } })).toMatchObject({ value: '205', origin: 'declared', declared: ['funding'] });
    expect(cell('funding', {})).toEqual({ code: 'funding', state: 'blank', text: '', origin: 'declared' });
  });

  it('is known of a year the log does not hold', () => {
    expect(cell('funding', { declared: { funding: '205' }, coverage: {} })).toMatchObject({ state: 'number' });
  });

  const means = {
    'proactive-news-site': '1138',
    'proactive-tv-radio': '5023',
    'proactive-village-broadcast': '3540',
    'proactive-further-means': '6460',
  };

  it('adds the four further means of disclosure unless it is declared itself', () => {
    expect(cell('proactive-other', { declared: means })).toMatchObject({
      value: '16161',
      origin: 'declared',
      declared: Object.keys(means),
    });
    expect(cell('proactive-other', { declared: { ...means, 'proactive-other': '16000' } })).toMatchObject({
      value: '16000',
      declared: ['proactive-other'],
    });
  });

  it('is blank while one of the four is missing', () => {
    const { 'proactive-tv-radio': _, ...three } = means;
    expect(cell('proactive-other', { declared: three }).state).toBe('blank');
  });
});

describe('the response statement', () => {
  const statement = forms['annual-response'];
  const declared = { 'policy-interpretations': '30', 'press-conferences-principal': '2', 'weibo-wechat-responses': '3' };

  it('adds declared and counted parts', () => {
    const report = buildReport(statement, 2018, inputs({ declared, cube: [answered(52, { case_type: 'inquiry' })] }));
    expect(cellOf(report, 'response-total')).toMatchObject({ value: '87', origin: 'mixed' });
  });

  it('has no total while a part is unknown', () => {
    expect(cellOf(buildReport(statement, 2018, inputs({})), 'response-total')).toMatchObject({ state: 'blank', origin: 'mixed' });
  });

  it('prints its satisfaction rate with the formula it was taken by', () => {
    const report = buildReport(statement, 2018, inputs({ ratings: () => ({ satisfied: 751, dissatisfied: 21 }) }));
    expect(cellOf(report, 'hotline-satisfaction')).toMatchObject({
      value: '97.3',
      rate: { formula: 'strict', numerator: 751, denominator: 772, text: '97.3%' },
    });
  });

  it('has no rate over nothing, and a blank one for a year it cannot know', () => {
    expect(cellOf(buildReport(statement, 2018, inputs({})), 'hotline-satisfaction')).toMatchObject({ state: 'not-applicable', text: '—' });
    expect(cellOf(buildReport(statement, 2017, inputs({})), 'hotline-satisfaction').state).toBe('blank');
  });
});

describe('a report', () => {
  it('states the form, its version, the position and the moment it was made from', () => {
    expect(buildReport(statutory, 2018, inputs({ calendar: 'chinese-days-1.5.7' }))).toMatchObject({
      form: { id: 'gk-2014', version: 2 },
      year: 2018,
      position: 7,
      asOf: '2019-03-01T00:00:00.000Z',
      calendar: 'chinese-days-1.5.7',
      outsideValidity: false,
    });
  });

  it('is provisional until the year is over in China', () => {
    expect(buildReport(statutory, 2018, inputs({ asOf: '2018-12-31T15:59:59.999Z' })).provisional).toBe(true);
    expect(buildReport(statutory, 2018, inputs({ asOf: '2018-12-31T16:00:00.000Z' })).provisional).toBe(false);
  });

  it('says when the authority asks for another form in that year', () => {
    expect(buildReport(statutory, 2019, inputs({})).outsideValidity).toBe(true);
  });

  it('has nothing to say on headers', () => {
    expect(cell('proactive', {})).toEqual({ code: 'proactive', state: 'not-applicable', text: '—' });
  });

  it('says beforehand what it needs', () => {
    expect(neededTotals(statutory).length).toBeGreaterThan(30);
    expect(neededDimensions(statutory).toSorted()).toEqual(['case_type', 'channel', 'kind', 'outcome', 'timing']);
    expect(neededRatings(forms['annual-response'])).toEqual([{ case_type: 'complaint' }]);
  });
});
