import { checkDeclaration, declaredCodes } from './declared-codes';

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
    });
    expect(declaredCodes.get('funding')?.number).toBe('decimal');
  });

  it('is never one that cases produce', () => {
    expect([...declaredCodes.keys()].filter((code) => /^(requests|replies|reconsideration|litigation)/.test(code))).toEqual([]);
  });
});
