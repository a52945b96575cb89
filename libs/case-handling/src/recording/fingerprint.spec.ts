import fc from 'fast-check';
import { canonical, fingerprintOf } from './fingerprint';

const secret = new Uint8Array(32).fill(7);
const of = (content: unknown) => fingerprintOf(secret, content);

describe('a fingerprint', () => {
  it('is the same for the same content, in whatever order its fields come', () => {
    expect(of({ a: 1, b: { c: [1, 2], d: null } })).toBe(of({ b: { d: null, c: [1, 2] }, a: 1 }));
    expect(of({ a: 1, b: undefined })).toBe(of({ a: 1 }));
  });

  it('is the same after a journey through JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (content) => of(content) === of(JSON.parse(JSON.stringify(content)))));
  });

  // Fingerprints are kept in the log: this is how the first of them were made.
  const asAtFirst = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(asAtFirst).join(',')}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${asAtFirst(member)}`);
    return `{${members.join(',')}}`;
  };

  it('is made of the same text as ever', () => {
    const anything = fc.anything({ key: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('__proto__', '10', '9', '')) });
    fc.assert(
      fc.property(anything, (content) => expect(canonical(content)).toBe(asAtFirst(content))),
      { numRuns: 500 },
    );
    expect(of({ b: [1, undefined, { z: 'é', 10: null, 9: 1.5 }], a: '供水' })).toBe('LDtTZD2ErT12HtjEkgLt0e');
  });

  it.each([
    [{ a: 1 }, { a: '1' }],
    [{ a: 1 }, { A: 1 }],
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: null }, {}],
    [{ a: 'b","c":"d' }, { a: 'b', c: 'd' }],
    [[], {}],
    ['', null],
    [{ a: { b: 1 } }, { 'a.b': 1 }],
  ])('tells %j from %j', (one, other) => {
    expect(of(one)).not.toBe(of(other));
  });

  it('means nothing to whoever does not have the secret', () => {
    expect(fingerprintOf(new Uint8Array(32).fill(8), { phone: '13800001234' })).not.toBe(of({ phone: '13800001234' }));
  });
});
