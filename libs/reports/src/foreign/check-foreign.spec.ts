import * as fc from 'fast-check';
import { publishedFile } from '../../../../test/fixtures/reports/published-file';
import { forms } from '../forms';
import { type CheckedForeign, checkForeign, previousOf } from './check-foreign';
import type { ForeignReport } from './foreign-report';

const hongze2023 = publishedFile('hongze-2023');
const hongze2024 = publishedFile('hongze-2024');
const shanghai2019 = publishedFile('shanghai-go-2019');

const checked = (report: ForeignReport, previous?: ForeignReport): CheckedForeign => {
  const result = checkForeign(report, previous);
  if (!result) throw new Error(`${report.format} is no form`);
  return result;
};

const idsWith = ({ findings }: CheckedForeign, verdict: string) => findings.filter((each) => each.verdict === verdict).map(({ id }) => id);
const finding = ({ findings }: CheckedForeign, id: string) => findings.find((each) => each.id === id);

describe('the published report of Hongze 2023', () => {
  const result = checked(hongze2023);

  it('is one of 2021 with group six undivided', () => expect(result.form.id).toBe('gk-2021-one-row-six'));

  it('has two totals wrong in table four, and nothing else', () => {
    expect(idsWith(result, 'fail')).toEqual(['b4:reconsideration', 'b4:litigation-after']);
    expect(finding(result, 'b4:reconsideration')).toMatchObject({ left: '0', right: '11', difference: '-11' });
    expect(finding(result, 'b4:litigation-after')).toMatchObject({ left: '0', right: '5', difference: '-5' });
    expect(result.counts).toEqual({ pass: 39, fail: 2, warn: 0, 'cannot-judge': 0 });
  });

  it('says in words how many requests came in', () => expect(finding(result, 'n1')).toMatchObject({ verdict: 'pass', left: '21' }));
});

describe('the published report of Hongze 2024', () => {
  it('has nothing wrong by itself', () => expect(checked(hongze2024).counts).toEqual({ pass: 40, fail: 0, warn: 0, 'cannot-judge': 0 }));

  it('goes on where 2023 ended: what was carried over, and what is in force', () => {
    const result = checked(hongze2024, hongze2023);
    expect(result.counts).toEqual({ pass: 49, fail: 0, warn: 0, 'cannot-judge': 0 });
    expect(finding(result, 'c1:total')).toMatchObject({ verdict: 'pass', left: '0', right: '0' });
    expect(finding(result, 'c2:normative-documents')).toMatchObject({ verdict: 'pass', left: '8', right: '8' });
  });

  it('would be doubted if documents went missing, and refused if requests did', () => {
    const cells = { ...hongze2024.cells, 'normative-documents:in-force': 7, 'carried-in:total': 1 };
    const result = checked({ ...hongze2024, cells }, hongze2023);
    expect(finding(result, 'c2:normative-documents')).toMatchObject({ verdict: 'warn', difference: '-1' });
    expect(idsWith(result, 'fail')).toEqual(expect.arrayContaining(['c1:total', 'b1:total', 'b3:carried-in']));
  });
});

describe('a report', () => {
  it('is paired with that of the same agency for the year before', () => {
    const all = [shanghai2019, hongze2024, hongze2023];
    expect(previousOf(hongze2024, all)).toBe(hongze2023);
    expect(previousOf(hongze2023, all)).toBeUndefined();
    expect(previousOf({ ...hongze2024, agency: 'another' }, all)).toBeUndefined();
    expect(previousOf({ ...hongze2024, year: undefined }, all)).toBeUndefined();
  });

  it('on a form nobody knows is not checked', () => expect(checkForeign({ ...hongze2024, format: 'gk-2030' })).toBeUndefined());

  it('that divides group six is on the form of 2021', () => {
    const cells = { 'other-handling:total': 1, 'other-other:total': 1 };
    expect(checked({ ...hongze2024, cells }).form).toBe(forms['gk-2021']);
  });
});

describe('the anomalous table', () => {
  it('has one result too many, of natural persons and so in all', () => {
    const result = checked(publishedFile('fixture-anomaly-a'));
    expect(result.form.id).toBe('gk-2021');
    expect(idsWith(result, 'fail')).toEqual(['b1:natural-person', 'b1:total']);
    expect(finding(result, 'b1:total')).toMatchObject({ left: '62', right: '63', difference: '-1' });
  });
});

describe('the published report of Shanghai 2019', () => {
  const result = checked(shanghai2019);

  it('holds where it can be judged, and left most totals blank', () => {
    expect(idsWith(result, 'fail').filter((id) => id.startsWith('b'))).toEqual([]);
    expect(idsWith(result, 'pass')).toEqual(expect.arrayContaining(['b1:natural-person', 'b1:total']));
    expect(idsWith(result, 'cannot-judge')).toEqual(expect.arrayContaining(['b2:total', 'b3:granted', 'b4:litigation-after']));
    expect(finding(result, 'b3:granted')).toMatchObject({
      left: undefined,
      right: '≥272',
      reason: { zh: '空白：“（一）予以公开·总计”、“（一）予以公开·科研机构”、“（一）予以公开·社会公益组织”' },
    });
  });

  it('says less was disclosed than the table shows, which is at least 275', () =>
    expect(finding(result, 'n5')).toMatchObject({ verdict: 'fail', left: '258', right: '≥275' }));

  it('agrees with its table as far as that is filled in', () => {
    expect(['n1', 'n2', 'n3', 'n4'].map((id) => finding(result, id)?.verdict)).toEqual(['pass', 'pass', 'pass', 'pass']);
    expect(['n6', 'n7', 'n8'].map((id) => finding(result, id))).toMatchObject([
      { verdict: 'cannot-judge', left: '35', right: '≥35' },
      { verdict: 'cannot-judge', left: '265', right: '≥265' },
      { verdict: 'cannot-judge', left: '158', right: '≥158' },
    ]);
  });

  it('gives results that do not add up to the answers it states', () =>
    expect(finding(result, 'n12')).toMatchObject({ verdict: 'fail', left: '716', right: '805', difference: '-89' }));

  it('gives a share that is neither rounded nor truncated, and three that are one or the other', () => {
    expect(finding(result, 'n13:1')).toMatchObject({ verdict: 'fail', left: '33.9%', right: '32.0%' });
    expect(['n13:2', 'n13:3', 'n13:4'].map((id) => finding(result, id)?.verdict)).toEqual(['pass', 'pass', 'pass']);
    expect(finding(result, 'n13:2')?.reason.zh).toBe('35÷805，去尾');
  });

  it('says that all were upheld, where three are pending', () =>
    expect(finding(result, 'n14')).toMatchObject({ verdict: 'fail', reason: { zh: '表四另有3件' } }));
});

describe('the published report of Yongshun 2018', () => {
  it('is judged on the form of 2014 as far as it goes', () => {
    const result = checked(publishedFile('yongshun-2018'));
    expect(result.form.id).toBe('gk-2014');
    expect(result.counts).toMatchObject({ pass: 3, fail: 0, warn: 0 });
  });
});

describe('a figure of the text', () => {
  const base = { ...hongze2024, cells: { ...hongze2024.cells, 'reconsideration:pending': 3, 'reconsideration:total': 5 } };
  const says = (narrative: ForeignReport['narrative'], report: ForeignReport = base) => checked({ ...report, narrative });

  it('of proceedings may leave out what is pending', () => {
    expect(finding(says({ reconsideration: 5 }), 'n10')?.verdict).toBe('pass');
    expect(finding(says({ reconsideration: 2 }), 'n10')?.verdict).toBe('pass');
    expect(finding(says({ reconsideration: 4 }), 'n10')).toMatchObject({ verdict: 'fail', left: '4', right: '5', difference: '-1' });
  });

  it('is not asked where the text has none, and not judged where it is no number', () => {
    expect(finding(says({}), 'n1')).toBeUndefined();
    expect(finding(says({ requests_received: '九十余件' }), 'n1')).toMatchObject({ verdict: 'cannot-judge', left: '九十余件' });
  });

  it('cannot be judged against a table that is blank', () => {
    const result = says({ requests_received: 95, appeals_all_upheld: '均获维持' }, { ...base, cells: {} });
    expect(finding(result, 'n1')).toMatchObject({ verdict: 'cannot-judge', right: undefined });
    expect(finding(result, 'n14')?.verdict).toBe('cannot-judge');
  });

  it('that all were upheld holds where there is nothing else', () => {
    const cells = Object.fromEntries(
      Object.entries(hongze2024.cells).map(([code, value]) => [code, /:(corrected|other|pending)$/.test(code) ? 0 : value]),
    );
    expect(finding(says({ appeals_all_upheld: '均获维持' }, { ...base, cells }), 'n14')?.verdict).toBe('pass');
  });
});

describe('a cell', () => {
  const having = (code: string, value: unknown) => checked({ ...hongze2024, cells: { ...hongze2024.cells, [code]: value } });

  it.each([
    ['granted:everybody', 3, '该格式没有这一格'],
    ['refused', 3, '该格式没有这一格'],
    ['granted:total', '五十', '不是数字'],
    ['granted:total', null, '不是数字'],
    ['granted:total', [50], '不是数字'],
    ['granted:total', 1e30, '不是数字'],
    ['granted:total', -50, '数值为负'],
    ['granted:total', 50.5, '以“件”计的数应为整数'],
    ['charges:amount', '7545.12345', '超过四位小数'],
  ])('%s with %j is wrong by itself, and counts as blank', (code, value, zh) => {
    const result = having(code, value);
    expect(idsWith(result, 'fail')).toEqual([`cell:${code}`]);
    expect(finding(result, `cell:${code}`)?.reason.zh).toBe(zh);
  });

  it('may be a decimal of money, and negative where matters are taken away', () => {
    expect(idsWith(having('charges:amount', '7545.1234'), 'fail')).toEqual([]);
    const fewer = checked({ ...shanghai2019, narrative: {}, cells: { ...shanghai2019.cells, 'licensing:items-change': -4 } });
    expect(idsWith(fewer, 'fail')).toEqual([]);
  });
});

describe('whatever a file says', () => {
  const anything = fc.dictionary(fc.oneof(fc.constantFrom(...Object.keys(hongze2024.cells)), fc.string()), fc.jsonValue(), { maxKeys: 30 });

  it('is checked, and nothing passes that is not known', () =>
    fc.assert(
      fc.property(anything, anything, fc.constantFrom('gk-2019-trial', 'gk-2021'), (cells, narrative, format) => {
        const result = checked({ ...hongze2024, format, cells, narrative }, hongze2023);
        for (const { id, verdict, left, right } of result.findings)
          if (verdict === 'pass' && /^[bc]/.test(id)) expect([id, left !== undefined && left === right]).toEqual([id, true]);
      }),
    ));
});
