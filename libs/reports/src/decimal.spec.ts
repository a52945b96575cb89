import { amountOf, decimalText, isWhole, sumOf } from './decimal';
import * as fc from 'fast-check';

describe('a decimal', () => {
  it('is summed exactly', () => {
    expect(sumOf(['0.1', '0.2', '59237.2449'])).toBe('59237.5449');
    expect(sumOf([])).toBe('0');
  });

  it('is written in its shortest form', () => {
    expect(sumOf(['205.0000'])).toBe('205');
    expect(sumOf(['-0.50'])).toBe('-0.5');
    expect(sumOf(['-0'])).toBe('0');
  });

  it.each(['', ' 1', '1e3', '1,000', '１２', '.5', '5.', '0.00001', '--1', 'Infinity'])('is not %j', (text) => {
    expect(amountOf(text)).toBeUndefined();
  });

  it('survives being read and written', () =>
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (amount) => amountOf(decimalText(amount)) === amount)));

  it('is whole when it has no fraction', () => {
    expect(isWhole(3_0000n)).toBe(true);
    expect(isWhole(3_5000n)).toBe(false);
  });
});
