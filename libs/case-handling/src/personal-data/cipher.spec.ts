import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { bindingOf, seal, unseal } from './cipher';

const key = randomBytes(32);
const event = bindingOf('complaint-1', 'event-1');

describe('a sealed text', () => {
  it('is opened with the key and for the event it was sealed with', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => unseal(key, seal(key, text, event), event) === text));
  });

  it('does not open with another key', () => {
    expect(() => unseal(randomBytes(32), seal(key, '张三丰', event), event)).toThrow('authenticate');
  });

  it('does not open for another event or in another stream', () => {
    const sealed = seal(key, '张三丰', event);
    for (const other of [bindingOf('complaint-1', 'event-2'), bindingOf('complaint-2', 'event-1'), ''])
      expect(() => unseal(key, sealed, other)).toThrow('authenticate');
  });

  it('does not open after the change of a single byte, wherever it is, nor when it is cut', () => {
    const sealed = seal(key, '张三丰', event);
    for (const index of sealed.keys()) {
      const tampered = Uint8Array.from(sealed);
      tampered[index] = (tampered[index] ?? 0) ^ 1;
      expect(() => unseal(key, tampered, event)).toThrow('authenticate');
    }
    for (let length = 0; length < sealed.length; length += 1)
      expect(() => unseal(key, sealed.subarray(0, length), event)).toThrow(/authenticat|length|nonce|initialization/i);
  });

  it('never looks the same twice', () => {
    const seals = Array.from({ length: 100 }, () => Buffer.from(seal(key, '张三丰', event)).toString('hex'));
    expect(new Set(seals).size).toBe(100);
  });

  it('holds nothing of the text', () => {
    expect(Buffer.from(seal(key, '张三丰', event)).includes('张三丰')).toBe(false);
  });

  it('opens from the middle of a larger buffer, as drivers hand it out', () => {
    const sealed = seal(key, '张三丰', event);
    const larger = new Uint8Array(sealed.length + 20);
    larger.set(sealed, 7);
    expect(unseal(key, larger.subarray(7, 7 + sealed.length), event)).toBe('张三丰');
  });
});
