import { type CaseFacts, projections, type Tally } from '@app/projections';
import { type Comparison, compare } from './compare';
import { type FormId, forms } from './forms';
import { type CubeRow, totalsOver } from './measure';
import { casesBehind } from './needs';
import { yongshun2018 } from './published/yongshun-2018';
import { type RatingRow, ratedFacts, ratingsOver } from './ratings';
import { buildReport, cellOf } from './report';
import { meets } from './statistics/condition';

type Facts = Partial<CaseFacts>;

const times = (n: number, facts: Facts): Facts[] => Array.from({ length: n }, () => facts);
const received = { received_on: '2018-03-01', received_year: 2018 };
const answered = { ...received, answered_on: '2018-03-05', answered_year: 2018 };
const closed = { ...answered, closed_on: '2018-03-06', closed_year: 2018 };
const request: Facts = { ...answered, case_type: 'disclosure', kind: 'natural-person', timing: 'on-time' };
const suit = { closed_on: '2018-09-01', closed_year: 2018, outcome: 'upheld' };

/** The cases that stand behind the report of 2018. */
const cases: readonly Facts[] = [
  ...times(52, { ...answered, case_type: 'inquiry', channel: 'online' }),
  ...times(128, { ...answered, case_type: 'letter', channel: 'online' }),
  ...times(159, { ...answered, case_type: 'proposal', channel: 'in-person' }),
  ...times(751, { ...closed, case_type: 'complaint', channel: 'phone', rating: 'satisfied' }),
  ...times(12, { ...closed, case_type: 'complaint', channel: 'phone', rating: 'basically-satisfied' }),
  ...times(9, { ...closed, case_type: 'complaint', channel: 'wechat', rating: 'dissatisfied' }),
  ...times(3, { ...received, case_type: 'complaint', channel: 'phone' }),
  ...times(4, { ...request, channel: 'online', outcome: 'not-this-agency' }),
  { ...request, channel: 'letter', outcome: 'told-to-amend' },
  { ...request, channel: 'in-person', outcome: 'not-stated' },
  ...times(4, { ...received, case_type: 'proceeding', channel: 'letter', kind: 'reconsideration' }),
  { ...received, ...suit, case_type: 'proceeding', channel: 'letter', kind: 'litigation' },
];

const declared = new Map(
  Object.entries({
    'proactive-total': '29178',
    'proactive-normative-docs': '23',
    'proactive-gazette': '28',
    'proactive-website': '12436',
    'website-news': '3976',
    'website-laws': '346',
    'website-personnel': '82',
    'website-statistics': '455',
    'website-finance': '761',
    'website-other': '6816',
    'proactive-wechat': '553',
    'proactive-news-site': '1138',
    'proactive-tv-radio': '5023',
    'proactive-village-broadcast': '3540',
    'proactive-further-means': '6460',
    'public-items': '222',
    'public-items-powers': '216',
    'public-items-services': '6',
    'pilot-column-items': '1200',
    'press-conferences-principal': '2',
    'policy-interpretations': '30',
    'weibo-wechat-responses': '3',
    'dedicated-bodies': '1',
    'reading-points': '3',
    'reading-point-visits': '6000',
    staff: '140',
    'staff-office': '1',
    funding: '205',
    'funding-pilot': '200',
    meetings: '1',
    'training-sessions': '3',
    'training-sessions-pilot': '2',
    'training-sessions-reform': '1',
    trainees: '300',
  }).map(([code, value]) => [code, { value }]),
);

const complete = (facts: Facts): CaseFacts => ({ closed_on: null, answered_on: null, merged_into: null, ...facts }) as CaseFacts;

/** Counts the cases as the projection of that table does. */
const tallied = <R>(table: string, facts: readonly Facts[]): R[] => {
  const tally = projections.flatMap(({ derived = [] }) => derived).find((each) => each.table.name === table) as Tally<CaseFacts>;
  return facts.flatMap((each) => tally.of(complete(each)).map((row) => ({ ...row, n: 1 }) as R));
};

const inputsOf = (facts: readonly Facts[], figures = declared) => ({
  totals: totalsOver(2018, tallied<CubeRow>('year_totals', facts)),
  ratings: ratingsOver(2018, tallied<RatingRow>('satisfaction', facts)),
  declared: figures,
  coverage: { firstYear: 2018, lastYear: 2018 },
  position: 9_000,
  asOf: '2019-03-01T00:51:05.000Z',
});

const reportOf = (id: FormId, facts = cases, figures = declared) => buildReport(forms[id], 2018, inputsOf(facts, figures));
const comparisonOf = (id: FormId, facts = cases, figures = declared) => compare(forms[id], reportOf(id, facts, figures), yongshun2018);

const ids = Object.keys(yongshun2018.forms) as FormId[];

describe.each(ids)('%s of Yongshun 2018', (id) => {
  it('differs from what was published in nothing that is not explained', () => {
    const { lines, checks, different } = comparisonOf(id);
    expect([...lines, ...checks].filter(({ status }) => status === 'different')).toEqual([]);
    expect(different).toBe(0);
  });

  it('compares every published figure', () => {
    const codes = new Set(comparisonOf(id).lines.map(({ code }) => code));
    expect(Object.keys(yongshun2018.forms[id]?.figures ?? {}).filter((code) => !codes.has(code))).toEqual([]);
  });

  it('has figures that are the number of cases listed', () => {
    const report = reportOf(id);
    const counted = forms[id].rows.filter(({ figure }) => figure.kind === 'computed');
    for (const { code } of counted) {
      const lists = casesBehind(forms[id], code, 2018);
      const listed = lists.map((list) => cases.filter((facts) => meets(facts, list)).length).reduce((sum, n) => sum + n, 0);
      expect(`${code} ${listed}`).toBe(`${code} ${cellOf(report, code).text}`);
      expect(cases.filter((facts) => lists.some((list) => meets(facts, list)))).toHaveLength(listed);
    }
  });
});

const ratedOn = (side: 'numerator' | 'denominator') =>
  cases.filter((facts) => meets(facts, ratedFacts('strict', side, { case_type: 'complaint' }, 2018))).length;

const without = (code: string) => new Map([...declared].filter(([each]) => each !== code));

const withStatus = ({ lines }: Comparison, status: string) => lines.filter((line) => line.status === status).map(({ code }) => code);

describe('the comparison with the report of Yongshun 2018', () => {
  it('of the statutory table explains what the narrative leaves open', () => {
    const comparison = comparisonOf('gk-2014');
    expect(withStatus(comparison, 'explained')).toEqual([
      'requests-in-person',
      'requests-fax',
      'requests-letter',
      'replies',
      'reconsideration-upheld',
      'reconsideration-corrected',
      'reconsideration-other',
      'staff',
      'trainees',
    ]);
    expect(withStatus(comparison, 'equal')).toContain('requests-in-writing');
    expect(withStatus(comparison, 'equal')).toHaveLength(25);
    expect(comparison.checks.filter(({ status }) => status === 'explained').map(({ id }) => id)).toEqual(['a3', 'a5']);
  });

  it('of the response statement is equal in every line, satisfaction too', () => {
    const comparison = comparisonOf('annual-response');
    expect(comparison.lines.map(({ status }) => status)).toEqual(Array.from({ length: 9 }, () => 'equal'));
    expect(comparison.lines.find(({ code }) => code === 'hotline-satisfaction')).toMatchObject({ ours: '97.3', published: '97.3' });
  });

  it('lists the cases on both sides of 97.3 %', () => {
    expect([ratedOn('numerator'), ratedOn('denominator')]).toEqual([751, 772]);
  });
});

describe('a comparison', () => {
  it('is different when one case is missing', () => {
    expect(withStatus(comparisonOf('annual-response', cases.slice(1)), 'different')).toEqual(['response-total', 'online-inquiries']);
  });

  it('is different when we have no figure for a published one', () => {
    expect(withStatus(comparisonOf('gk-2014', cases, without('funding')), 'different')).toEqual(['funding']);
  });

  it('does not take less than a published lower bound', () => {
    expect(withStatus(comparisonOf('gk-2014', cases, new Map([...declared, ['staff', { value: '139' }]])), 'different')).toEqual(['staff']);
  });

  it('explains no imbalance that the known cases do not make up', () => {
    const concluded = [
      ...cases,
      {
        ...closed,
        received_on: '2017-12-01',
        received_year: 2017,
        case_type: 'proceeding',
        kind: 'reconsideration',
        channel: 'letter',
        outcome: 'other',
      },
    ];
    expect(comparisonOf('gk-2014', concluded).checks.find(({ id }) => id === 'a5')?.status).toBe('different');
  });

  it('is refused between different years', () => {
    expect(() => compare(forms['gk-2014'], { ...reportOf('gk-2014'), year: 2017 }, yongshun2018)).toThrow('no figures for gk-2014 of 2017');
  });
});
