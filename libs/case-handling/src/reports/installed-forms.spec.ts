import { defaultUnits, readSettings } from '@app/config';
import { formFor, publishedForms, rowOf, tillNow } from '@app/reports';
import { installedForms, parseLocalForms } from './installed-forms';

const file = '/etc/huiying/forms.json';
const units = defaultUnits.map(({ code }) => code);
const book = (...forms: readonly object[]) => parseLocalForms({ file, content: { forms } }, units);

const change = { extends: 'gk-2021', version: 2, validYears: [2025, null] };
const line = { table: 'table-2', code: 'platform', zh: '平台发布信息', unit: '条' };
const declared = { ...line, figures: { issued: { declared: true } } };

const counted = (...measures: readonly object[]) => ({ ...change, rows: [{ ...line, figures: { issued: { measures } } }] });
const received = { basis: 'received', where: { caseType: 'complaint' } };

const own = {
  id: 'county-hotline',
  version: 1,
  validYears: [2025, null],
  title: { zh: '热线' },
  tables: [
    {
      code: 'hotline',
      title: { zh: '办理情况' },
      lines: [{ code: 'calls', zh: '来电', unit: '件', figures: { count: { measures: [received] } } }],
    },
  ],
};

describe('a change of a form', () => {
  it('may say nothing: then it is a new version of the same, and the one before it ends', () => {
    const changed = book(change);
    const [before, after] = [formFor(changed, 'gk-2021', 2024), formFor(changed, 'gk-2021', 2025)];
    expect([before?.version, before?.validYears, after?.version, after?.validYears]).toEqual([1, [2021, 2024], 2, [2025, tillNow]]);
    expect(after).toEqual({ ...before, version: 2, validYears: [2025, tillNow] });
    expect(changed).toHaveLength(publishedForms.length + 1);
  });

  it('gives a line, a column and a table another label, and keeps their codes', () => {
    const labels = { granted: { zh: '（一）公开' }, enterprise: { zh: '企业', en: 'Firms' }, 'table-3': { zh: '三、申请' } };
    const form = formFor(book({ ...change, labels }), 'gk-2021', 2025)!;
    expect(rowOf(form, 'granted:enterprise')).toMatchObject({ zh: '（一）公开·企业', en: 'Disclosed: Firms' });
    expect(rowOf(form, 'refused-state-secret:enterprise').zh).toBe('1.属于国家秘密·企业');
    expect(form.tables[1]?.title.zh).toBe('三、申请');
  });

  it('puts a line after another, with its figures', () => {
    const form = formFor(book({ ...change, rows: [{ ...declared, after: 'rules', note: { zh: '按后台统计' } }] }), 'gk-2021', 2025)!;
    expect(form.tables[0]?.lines.map(({ code }) => code).slice(0, 3)).toEqual(['t2-art20-1', 'rules', 'platform']);
    expect(rowOf(form, 'platform:issued')).toMatchObject({
      unit: '条',
      figure: { kind: 'declared', code: 'platform:issued' },
      note: { zh: '按后台统计' },
    });
  });

  it('puts a line into a form of one column under its own code', () => {
    const rows = [{ table: 'table', after: 'fees', code: 'fee-cases', zh: '收费件数', unit: '件', figures: { count: { declared: true } } }];
    const form = formFor(book({ extends: 'gk-2014', version: 3, validYears: [2018, 2018], rows }), 'gk-2014', 2018)!;
    expect(rowOf(form, 'fee-cases').figure).toEqual({ kind: 'declared', code: 'fee-cases' });
  });

  it('takes a line out with its identities', () => {
    const form = formFor(book({ ...change, without: ['rules'], withoutIdentities: ['c2:rules'] }), 'gk-2021', 2025)!;
    expect(form.rows.some(({ code }) => code.startsWith('rules:'))).toBe(false);
  });

  it('puts a column in, with the figures of lines that are there', () => {
    const columns = [{ table: 'table-4', after: 'pending', code: 'settled', zh: '调解', figures: { reconsideration: { declared: true } } }];
    const form = formFor(book({ ...change, columns }), 'gk-2021', 2025)!;
    expect(form.tables[2]?.columns.map(({ code }) => code)).toEqual(['upheld', 'corrected', 'other', 'pending', 'settled', 'total']);
    expect(rowOf(form, 'reconsideration:settled').figure).toEqual({ kind: 'declared', code: 'reconsideration:settled' });
  });

  it('checks sums over lines of its own, also against the year before', () => {
    const identities = [{ id: 'x1', kind: 'eq', left: ['platform:issued'], right: ['rules:issued', '-rules:repealed@previous'] }];
    const form = formFor(book({ ...change, rows: [declared], identities }), 'gk-2021', 2025)!;
    expect(form.identities.at(-1)).toEqual({
      id: 'x1',
      kind: 'eq',
      left: ['platform:issued'],
      right: ['rules:issued', { code: 'rules:repealed', of: 'previous-year', less: true }],
    });
  });

  it('follows an earlier change of the same form', () => {
    const later = { ...change, version: 3, validYears: [2027, null], without: ['platform'] };
    const changed = book({ ...change, rows: [declared] }, later);
    expect([2024, 2026, 2027].map((year) => formFor(changed, 'gk-2021', year)?.version)).toEqual([1, 2, 3]);
    expect(formFor(changed, 'gk-2021', 2027)?.rows.some(({ code }) => code === 'platform:issued')).toBe(false);
  });
});

describe('a form of the office’s own', () => {
  it('has the codes of its lines when it has one column, and of line and column when it has more', () => {
    expect(formFor(book(own), 'county-hotline', 2025)?.rows.map(({ code }) => code)).toEqual(['calls']);
    const columns = [
      { code: 'in', zh: '受理' },
      { code: 'out', zh: '办结' },
    ];
    const lines = [{ code: 'calls', zh: '来电', unit: '件', figures: { in: { measures: [received] } } }];
    const wide = { ...own, tables: [{ ...own.tables[0], columns, lines }] };
    expect(formFor(book(wide), 'county-hotline', 2025)?.rows.map(({ code }) => code)).toEqual(['calls:in']);
  });

  it('makes what it declares declarable', () => {
    const content = { forms: [{ ...change, rows: [declared] }] };
    expect(installedForms({ forms: { file, content }, units: defaultUnits }).declarable.get('platform:issued')).toMatchObject({
      unit: '条',
    });
    expect(installedForms({ units: defaultUnits }).declarable.has('platform:issued')).toBe(false);
  });
});

describe('a file of forms that cannot be used', () => {
  it.each<[string, object | readonly object[], string]>([
    ['a misspelt item', { ...change, lables: {} }, 'forms[0]: Unrecognized key: "lables"'],
    ['a form that does not exist', { ...change, extends: 'gk-2031' }, 'forms[0].extends: 没有报表“gk-2031”'],
    ['a label of nothing', { ...change, labels: { ganted: { zh: '公开' } } }, 'forms[0].labels.ganted: 没有这样的表、行或列“ganted”'],
    ['a table that does not exist', { ...change, rows: [{ ...declared, table: 'table-5' }] }, 'forms[0].rows[0].table: 没有表“table-5”'],
    ['a line after nothing', { ...change, rows: [{ ...declared, after: 'nothing' }] }, 'forms[0].rows[0].after: 没有行“nothing”'],
    ['a code twice', { ...change, rows: [{ ...declared, code: 'rules' }] }, 'forms[0]: 代码“rules:issued”出现了两次'],
    ['a line without unit', { ...change, rows: [{ ...declared, unit: undefined }] }, 'forms[0].rows[0].unit: 有数据的行须写明计量单位'],
    [
      'a column that the table does not have',
      { ...change, rows: [{ ...line, figures: { count: { declared: true } } }] },
      'forms[0].rows[0].figures.count: 表 table-2 没有列“count”',
    ],
    [
      'a figure of two sources',
      { ...change, rows: [{ ...line, figures: { issued: { declared: true, sumOf: ['rules:issued'] } } }] },
      'forms[0].rows[0].figures.issued: 须且只能写明一种来源',
    ],
    [
      'a line taken out of an identity',
      { ...change, without: ['rules'] },
      'forms[0].without: 勾稽关系 c2:rules 用到了已去掉的 rules:in-force',
    ],
    ['a line taken out that is not there', { ...change, without: ['rulers'] }, 'forms[0].without[0]: 没有行“rulers”'],
    [
      'an identity over nothing',
      { ...change, identities: [{ id: 'x', kind: 'eq', left: ['platform:issued'], right: ['rules:issued'] }] },
      'forms[0].identities[0]: 表中没有单元格“platform:issued”',
    ],
    [
      'an identity under a name that is taken',
      { ...change, identities: [{ id: 'b1:total', kind: 'eq', left: ['rules:issued'], right: ['rules:issued'] }] },
      'forms[0].identities[0].id: 编号 b1:total 已有',
    ],
    [
      'an identity to be left out that is not there',
      { ...change, withoutIdentities: ['b9'] },
      'forms[0].withoutIdentities[0]: 没有勾稽关系 b9',
    ],
    [
      'a unit that clashes with the declared figure elsewhere',
      { ...change, rows: [{ ...line, unit: '元', figures: { issued: { declared: 'charges:amount' } } }] },
      'forms[0]: platform:issued：申报项“charges:amount”在别处以“万元”为单位，这里是“元”',
    ],
    [
      'a sum over nothing',
      { ...change, rows: [{ ...line, figures: { issued: { sumOf: ['rules:isued'] } } }] },
      'forms[0]: platform:issued：没有可相加的单元格“rules:isued”',
    ],
    [
      'a sum that goes in a circle',
      { ...change, rows: [{ ...line, figures: { issued: { sumOf: ['platform:repealed'] }, repealed: { sumOf: ['platform:issued'] } } }] },
      'forms[0]: platform:issued：合计绕回了自身',
    ],
    [
      'an unknown dimension',
      counted({ basis: 'received', where: { caseType: 'complaint', colour: 'red' } }),
      'forms[0].rows[0].figures.issued.measures[0].where: Unrecognized key: "colour"',
    ],
    [
      'an unknown value',
      counted({ basis: 'received', where: { caseType: 'complaint', channel: 'pigeon' } }),
      'forms[0]: platform:issued measures[0] where channel：没有“pigeon”',
    ],
    [
      'an unknown unit',
      counted({ basis: 'received', where: { caseType: 'complaint', unit: 'lamplighters' } }),
      'forms[0]: platform:issued measures[0] where unit：没有“lamplighters”',
    ],
    [
      'a measure of no type of case',
      counted({ basis: 'received', where: {} }),
      'forms[0].rows[0].figures.issued.measures[0].where.caseType: must be one or more of',
    ],
    [
      'a case counted twice',
      counted(received, { ...received, where: { caseType: 'complaint', channel: 'phone' } }),
      'forms[0]: platform:issued measures[1]：同一办件可能被第1项和本项重复统计',
    ],
    [
      'what is not counted when settled',
      counted({ ...received, basis: 'carried-out' }),
      'forms[0]: platform:issued measures[0] basis：“carried-out”只统计 disclosure、proceeding，不统计 complaint',
    ],
    ['a version that is not above', { ...change, version: 1 }, 'forms[0].version: 版本号须大于已有的第1版'],
    [
      'a version from the same year',
      { ...change, validYears: [2021, null] },
      'forms[0].validYears: 第1版自2021年度起适用，新版须在其后开始',
    ],
    ['years that end before they begin', { ...change, validYears: [2025, 2023] }, 'forms[0].validYears: 终止年度 2023 早于起始年度 2025'],
    ['years without any version', { ...change, validYears: [2025, 2026] }, 'forms[0].validYears: 2026年度以后没有适用的版本'],
    ['an id of the program', { ...own, id: 'gk-2021' }, 'forms[0].id: “gk-2021”是程序自带的报表，改动请用 extends'],
    ['a code that every object has', { ...change, labels: { constructor: { zh: '公开' } } }, 'forms[0].labels.constructor: '],
    ['an id that is an address', { ...own, id: 'replays' }, 'forms[0].id: this id is taken'],
    ['two versions for one year', [own, { ...own, version: 2, validYears: [2026, 2027] }], 'forms[1].validYears: 与第1版（2025–年度）重叠'],
  ])('is told of with the way to the mistake: %s', (_, forms, said) => {
    const content = { forms: [forms].flat() };
    expect(() => parseLocalForms({ file, content }, units)).toThrow(said);
    expect(() => parseLocalForms({ file, content }, units)).toThrow(
      `${file} 中的报表不能使用 (${file} does not hold forms that can be used):\n`,
    );
  });

  it('is told of with all its mistakes at once', () =>
    expect(() => book({ ...change, version: 1, without: ['rulers'], labels: { ganted: { zh: '公开' } } })).toThrow(
      /ganted[^]*rulers[^]*version/,
    ));
});

describe('the example of a county in Hunan', () => {
  it('can be used, and adds a version of gk-2021 and a form of its own', () => {
    const { forms, units: listed } = readSettings({ HUIYING_FORMS: 'docs/examples/local-forms-hunan-county.json' });
    const { book: whole } = installedForms({ forms, units: listed });
    expect(whole.slice(publishedForms.length).map(({ id, version }) => [id, version])).toEqual([
      ['gk-2021', 2],
      ['county-hotline', 1],
    ]);
  });
});
