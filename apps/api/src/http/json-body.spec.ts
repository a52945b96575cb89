import { Malformed } from '@app/case-handling';
import fc from 'fast-check';
import { BodyTooLarge, limits, readJson } from './json-body';

const read = (text: string | Buffer, limit = 1_000_000) => readJson(Buffer.from(text as string), limit);

const wrongIn = (text: string | Buffer): string => {
  try {
    read(text);
    return 'nothing';
  } catch (error) {
    if (error instanceof Malformed) return error.message;
    throw error;
  }
};

describe('a JSON body', () => {
  it('is read as JSON.parse reads it, whatever it holds', () => {
    const usable = fc.jsonValue({ maxDepth: 5 }).filter((value) => !/\\u0000|__proto__/.test(JSON.stringify(value)));
    fc.assert(fc.property(usable, (value) => expect(read(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)))));
  });

  it('has a length in bytes, not in characters', () => {
    expect(read('"水"', 5)).toBe('水');
    expect(() => read('"水"', 4)).toThrow(new BodyTooLarge(4));
  });

  it('may be nested to its limit and no deeper', () => {
    const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    expect(wrongIn(nested(limits.depth))).toBe('nothing');
    expect(wrongIn(nested(limits.depth + 1))).toContain('nested deeper');
    expect(wrongIn('['.repeat(100_000) + ']'.repeat(100_000))).toContain('nested deeper');
  });

  it.each([
    ['{"a":"\\ud800"}', '/a: contains half of a character'],
    ['{"a":["x","\\udfff"]}', '/a/1: contains half of a character'],
    ['{"\\ud800":1}', 'contains half of a character'],
    ['{"a":"\\u0000"}', '/a: contains the NUL character'],
    ['{"a":{"b/c":"\\u0000"}}', '/a/b~1c: contains the NUL character'],
    ['{"a":{"__proto__":1}}', '/a/__proto__: unknown field'],
    [`{"a":"${'x'.repeat(10_001)}"}`, '/a: is longer than 10000'],
    ['{', '/: is not valid JSON'],
    ['', '/: is not valid JSON'],
    ['undefined', '/: is not valid JSON'],
    ["{'a':1}", '/: is not valid JSON'],
  ])('is refused: %.40s', (text, message) => {
    expect(wrongIn(text)).toContain(message);
  });

  it('keeps characters beyond the basic plane, and texts of the greatest length', () => {
    expect(read('"𠮷\\ud842\\udfb7"')).toBe('𠮷𠮷');
    expect(wrongIn(`"${'水'.repeat(10_000)}"`)).toBe('nothing');
  });

  it.each([
    [[0xff, 0xfe]],
    [[0x22, 0xc3, 0x28, 0x22]],
    [[0x22, 0xed, 0xa0, 0x80, 0x22]],
    [[0x22, 0xc0, 0x80, 0x22]],
    [[0x22, 0xf4, 0x90, 0x80, 0x80, 0x22]],
  ])('is refused when %j is no UTF-8', (bytes) => {
    expect(wrongIn(Buffer.from(bytes))).toContain('UTF-8');
  });
});
