import type { Form } from './form';
import { checkDeclaration, checkMeasure, declarableIn, declaredCodes, sameFigure } from './declared-codes';

describe('a declared figure', () => {
  it.each([
    ['proactive-website', '12436'],
    ['proactive-news-site', '1138'],
    ['funding', '205'],
    ['funding', '0.0001'],
    ['complaints', '0'],
  ])('%s may be %s', (code, value) => {
    expect(checkDeclaration(code, value)).toBeUndefined();
  });

  it.each([
    ['no-such-figure', '1', 'there is no declarable figure "no-such-figure"'],
    ['requests-received', '6', 'there is no declarable figure "requests-received"'],
    ['constructor', '6', 'there is no declarable figure "constructor"'],
    ['staff', '140余', '"140余" is not a decimal number'],
    ['staff', '29,178', '"29,178" is not a decimal number'],
    ['funding', '-1', 'a figure cannot be negative'],
    ['funding', '0.00001', 'at most four decimals can be stated'],
    ['reading-points', '2.5', 'Public reading points is counted in whole numbers'],
  ])('%s cannot be %s', (code, value, sentence) => {
    expect(checkDeclaration(code, value)?.en).toBe(sentence);
  });

  it('has one label and one unit, those of the statutory form where it asks for it', () => {
    expect(declaredCodes.get('proactive-website')).toEqual({
      code: 'proactive-website',
      zh: '2．政府网站公开政府信息数',
      en: 'Items disclosed on government websites',
      unit: '条',
      number: 'whole',
      signed: false,
    });
    expect(declaredCodes.get('funding')?.number).toBe('decimal');
  });

  it('is never one that cases produce', () => {
    expect([...declaredCodes.keys()].filter((code) => /^(requests|replies|reconsideration|litigation)/.test(code))).toEqual([]);
  });
});

describe('the unit of measurement of a figure', () => {
  it('is the one that the form prints', () => expect(checkMeasure('funding', '万元')).toBeUndefined());

  it.each([
    ['funding', '元', '本项以“万元”为单位，不是“元”'],
    ['staff', '', '本项以“人”为单位，不是“”'],
  ])('of %s is not “%s”', (code, measure, sentence) => expect(checkMeasure(code, measure)?.zh).toBe(sentence));

  it('is nobody’s matter where no form asks for the figure', () => expect(checkMeasure('no-such-figure', '件')).toBeUndefined());
});

describe('two figures', () => {
  it.each([
    ['205', '205.00', true],
    ['205', '0205', true],
    ['-0', '0', true],
    ['205', '205.01', false],
    ['1', '-1', false],
  ])('%s and %s are the same: %s', (one, other, same) => expect(sameFigure(one, other)).toBe(same));
});

describe('the figures of a book of forms', () => {
  it('are those and no others', () => {
    const row = { zh: '接待日', en: 'Reception days', unit: '次', level: 0, kind: 'value' as const };
    const rows = [{ ...row, code: 'r', figure: { kind: 'declared' as const, code: 'reception-days' } }];
    const own = declarableIn([{ rows } as unknown as Form]);
    expect(checkDeclaration('reception-days', '12', own)).toBeUndefined();
    expect(checkDeclaration('staff', '12', own)?.en).toBe('there is no declarable figure "staff"');
    expect(checkMeasure('reception-days', '天', own)?.zh).toContain('以“次”为单位');
  });
});
