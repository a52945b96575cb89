import fc from 'fast-check';
import type { Cell } from '../cell';
import { publishedForms } from '../form-book';
import { defaultChapters } from './defaults';
import type { CellReference } from './field';
import { narrate } from './narrative';
import { render } from './render';
import { partsOf } from './template';
import { textFaults } from './text-faults';

const number = (code: string, value: string): Cell => ({ code, state: 'number', value, text: value, origin: 'computed' });

const figures: Readonly<Record<string, string>> = {
  'received:total': '95',
  'granted:total': '13',
  'granted:enterprise': '0.5',
  'other-year': '8',
  none: '0',
  'gk-2014/received': '6',
};
const before: Readonly<Record<string, string>> = {
  'received:total': '80',
  'granted:total': '13',
  none: '0',
  'other-year': '0',
  loss: '-4',
};

const cell = ({ form, code, yearsBack }: CellReference): Cell | undefined => {
  if (code === 'blank') return { code, state: 'blank', text: '', origin: 'declared' };
  if (code === 'nothing-asked') return { code, state: 'not-applicable', text: '—' };
  const value = (yearsBack === 1 ? before : figures)[form === undefined ? code : `${form}/${code}`];
  return value === undefined ? undefined : number(code, value);
};

const context = { year: 2024, agency: '永顺县人民政府', cell };
const filled = (text: string) => render(partsOf(text), context);
const said = (text: string) => filled(text).paragraphs.join('|');
const troubles = (text: string) => filled(text).problems.map(({ source, kind }) => [source, kind]);

describe('a text with fields', () => {
  it.each([
    ['a cell', '收到{{received:total}}件', '收到95件'],
    ['a cell with blanks inside the braces', '收到{{ received:total }}件', '收到95件'],
    ['a cell of another form', '{{gk-2014/received}}件', '6件'],
    ['a cell of the year before', '上年{{received:total@-1}}件', '上年80件'],
    ['a sum', '共{{granted:total + granted:enterprise}}', '共13.5'],
    ['the year and the one before', '{{year}}年，{{year@-1}}年', '2024年，2023年'],
    ['who reports', '{{agency}}', '永顺县人民政府'],
    ['an increase', '{{change received:total}}', '比上年增长18.8%'],
    ['an increase in whole per cent', '{{change received:total places 0}}', '比上年增长19%'],
    ['no change', '{{change granted:total}}', '与上年持平'],
    ['nothing in both years', '{{change none}}', '与上年持平'],
    ['nothing in the year before', '{{change other-year}}', '上年为零'],
    ['a share', '占{{share granted:total of received:total}}', '占13.68%'],
    ['a share of everything', '{{share received:total of received:total places 1}}', '100.0%'],
  ])('states %s', (_, text, result) => expect([said(text), troubles(text)]).toEqual([result, []]));

  it('states a decrease, and one that rounding would hide', () => {
    const of = (now: string, then: string) =>
      render(partsOf('{{change a}}'), { ...context, cell: ({ yearsBack }) => number('a', yearsBack === 1 ? then : now) }).paragraphs[0];
    expect([of('50', '80'), of('9999', '10000'), of('12.5', '10')]).toEqual(['比上年下降37.5%', '比上年下降不到0.1%', '比上年增长25.0%']);
  });

  it('has a paragraph for every line that is not empty', () =>
    expect(filled('一\n\n 二 \r\n　三\n').paragraphs).toEqual(['一', '二', '三']));

  it.each([
    ['what is not known', '{{blank}}件', '（缺）件', 'blank'],
    ['a sum of which a part is not known', '{{received:total+blank}}', '（缺）', 'blank'],
    ['a change with no year before', '{{change granted:enterprise}}', '（缺）', 'unknown'],
    ['a cell that does not exist', '{{recieved}}', '（缺）', 'unknown'],
    ['a cell that asks for nothing', '{{nothing-asked}}', '—', 'not-applicable'],
    ['a share of nothing', '{{share granted:total of none}}', '—', 'not-applicable'],
    ['a field that cannot be read', '{{received total}}', '{{received total}}', 'mistake'],
    ['an empty field', '{{ }}', '{{ }}', 'mistake'],
    ['a change with the year before in it', '{{change none@-1}}', '{{change none@-1}}', 'mistake'],
    ['a share of two words', '{{share none none}}', '{{share none none}}', 'mistake'],
    ['five places', '{{change none places 5}}', '{{change none places 5}}', 'mistake'],
    ['braces that are not closed', '{{none', '{{none', 'mistake'],
    ['braces that are not opened', 'none}}', 'none}}', 'mistake'],
  ])('tells of %s, and shows that it is missing', (_, text, result, kind) =>
    expect([said(text), troubles(text).map(([, of]) => of)]).toEqual([result, [kind]]),
  );

  it('can be any text: it is filled in without failing, and its pieces are the whole', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '{{',
        '}}',
        '{{year}}',
        '{{change',
        'share',
        ' of ',
        '+',
        '@-1',
        '\n',
        '{{blank}}',
        '{{__proto__}}',
        '{{share a of b}}',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        expect(
          partsOf(text)
            .map((part) => (part.kind === 'text' ? part.text : part.source))
            .join(''),
        ).toBe(text);
        const { chapters, checks } = narrate([{ code: 'one', title: '一', text }], context, []);
        expect(chapters).toHaveLength(1);
        for (const { group } of checks) expect(group).toBe('narrative');
      }),
      { numRuns: 500 },
    );
  });

  it('says exactly what the cell says', () =>
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 9999 }), (whole, fraction) => {
        const text = `${whole}.${String(fraction).padStart(4, '0')}`;
        const only = { ...context, cell: () => number('a', text) };
        expect(render(partsOf('{{a}}'), only).paragraphs).toEqual([text]);
      }),
    ));
});

describe('a text before its figures are known', () => {
  const codesFor = ({ form }: CellReference) => (form === 'gk-2031' ? undefined : Object.keys(figures));

  it('has no faults when every field can be read and every cell exists', () =>
    expect(textFaults('{{year}}年{{received:total}}件，{{change none}}', codesFor)).toEqual([]));

  it('is told which cells are most like the one that does not exist', () =>
    expect(textFaults('{{recieved:total}}', codesFor)[0]?.zh).toMatch(/^没有单元格“recieved:total”，最接近的是 received:total、/));

  it('is told of a form that does not exist, and of what cannot be read', () =>
    expect(textFaults('{{gk-2031/a}}{{none', codesFor).map(({ zh }) => zh)).toEqual([
      '{{：双花括号须成对，写作 {{代码}}',
      '“gk-2031/a”：没有报表“gk-2031”',
    ]));

  it('is told of ten faults at most', () =>
    expect(textFaults(Array.from({ length: 500 }, (_, index) => `{{wrong-${index}}}`).join(''), codesFor)).toHaveLength(10));
});

describe('the checks of a text', () => {
  const cells = [number('received:total', '95'), number('share', '13.68')];
  const checks = (text: string) => narrate([{ code: 'one', title: '一', text }], context, cells).checks;

  it('pass when every figure is a field', () =>
    expect(checks('收到{{received:total}}件，{{year}}年')).toEqual([
      expect.objectContaining({ id: 'narrative:one:fields', status: 'pass', left: '1' }),
    ]));

  it('list numbers that are typed by hand, and say in which cells they stand', () => {
    const [same, other, ...more] = checks('收到95件，召开会议3次，收到９５件，依照第36条、国办发〔2014〕32号，2024年1月，12345热线');
    expect(more).toEqual([]);
    expect(same).toMatchObject({ id: 'narrative:one:typed:95件', status: 'cannot-judge', left: '95' });
    expect(same?.why.zh).toContain('表中相同的数在 received:total');
    expect(other).toMatchObject({ id: 'narrative:one:typed:3次', status: 'cannot-judge' });
    expect(other?.why.zh).toContain('表中没有相同的数');
  });

  it.each([
    ['1,234人次', '1234人次'],
    ['205.5 万元', '205.5万元'],
    ['6000多人次', '6000人次'],
    ['13.68％', '13.68%'],
  ])('know a number in %s', (text, id) => expect(checks(text).map((check) => check.id)).toEqual([`narrative:one:typed:${id}`]));

  it('fail for what the form does not have, and cannot judge what nobody has said', () =>
    expect(checks('{{recieved}}{{blank}}{{blank}}').map(({ id, status }) => [id, status])).toEqual([
      ['narrative:one:field:{{recieved}}', 'fail'],
      ['narrative:one:field:{{blank}}', 'cannot-judge'],
    ]));

  it('warn of what is still to be written', () =>
    expect(checks('〔请写明问题〕').map(({ status, title }) => [status, title.zh])).toEqual([['warn', '“一”待补写：〔请写明问题〕']]));
});

describe.each(publishedForms.map((form) => [form.id, form] as const))('the text with which an office begins: %s', (id, form) => {
  const chapters = defaultChapters(id);

  it('has chapters, each under a code of its own', () => {
    expect(chapters.length).toBeGreaterThan(0);
    expect(new Set(chapters.map(({ code }) => code)).size).toBe(chapters.length);
  });

  it('speaks of cells that the form has', () =>
    expect(
      chapters.flatMap(({ text }) => textFaults(text, () => form.rows.filter(({ kind }) => kind === 'value').map(({ code }) => code))),
    ).toEqual([]));

  it('has no figure that is not a field', () => {
    const all = { ...context, cell: ({ code }: CellReference) => number(code, '7') };
    const { checks } = narrate(chapters, all, []);
    expect(checks.filter(({ id: check }) => check.includes(':typed:'))).toEqual([]);
    expect(checks.filter(({ status }) => status === 'fail' || status === 'cannot-judge')).toEqual([]);
  });
});

describe('a form of the office’s own', () => {
  it('begins with no text', () => expect(['county-hotline', 'constructor'].map(defaultChapters)).toEqual([[], []]));
});
