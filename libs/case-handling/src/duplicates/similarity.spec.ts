import fc from 'fast-check';
import { bigramsOf, similarity } from './similarity';

const alike = (one: string, other: string): number => similarity(bigramsOf(one), bigramsOf(other));

describe('two texts', () => {
  it('are alike by the share of neighbouring characters that both have', () => {
    // 路灯 灯坏 坏了 and 路灯 灯坏 坏掉: two common pairs of three and three.
    expect(alike('路灯坏了', '路灯坏掉')).toBe(67);
    expect(alike('路灯坏了', '路灯坏了三天')).toBe(75);
    expect(alike('自来水停了三天', '村道坑洼难行')).toBe(0);
  });

  it('are the same whatever their width, case, spaces and punctuation', () => {
    expect(alike('灵溪镇 ＡＢＣ小区，停水！', '灵溪镇abc小区停水')).toBe(100);
  });

  it('are not alike for having nothing to compare', () => {
    expect(alike('', '')).toBe(0);
    expect(alike('水', '水')).toBe(0);
  });

  it('are told apart by characters of all planes', () => {
    expect(alike('𠮷野家', '𠮷野家')).toBe(100);
    expect(alike('𠮷野家', '吉野家')).toBe(50);
  });

  it('of any length are as alike as one says of the other, and each like itself', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const share = alike(one, other);
        expect(share).toBe(alike(other, one));
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(100);
        expect(alike(one, one)).toBe(bigramsOf(one).length > 0 ? 100 : 0);
      }),
    );
  });
});
