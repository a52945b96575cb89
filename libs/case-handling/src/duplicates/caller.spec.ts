import { callerOf } from './caller';

describe('a caller', () => {
  it.each([
    ['13800001234', '13800001234'],
    ['138 0000 1234', '13800001234'],
    ['+86 138-0000-1234', '13800001234'],
    ['008613800001234', '13800001234'],
    ['１３８００００１２３４', '13800001234'],
    ['0743-5223456', '07435223456'],
    ['(0743) 522.3456', '07435223456'],
  ])('is recognised by the number however it is written: %s', (phone, number) => {
    expect(callerOf({ phone })).toBe(number);
  });

  it('is recognised by another contact', () => {
    expect(callerOf({ contact: ' Zhang@Example.CN ' })).toBe('zhang@example.cn');
    expect(callerOf({ contact: '微信 zhang138' })).toBe('微信 zhang138');
  });

  it('is nobody in particular without one: not by a name, nor by what can be no number', () => {
    expect(callerOf({ complainant: '王先生', text: '停水' })).toBeUndefined();
    for (const phone of ['', '不详'.slice(0, 1), '12345', '-', undefined]) expect(callerOf({ phone })).toBeUndefined();
  });

  it('is known by the phone before any other contact', () => {
    expect(callerOf({ contact: 'a@b.cn', phone: '13800001234' })).toBe('13800001234');
    expect(callerOf({ contact: 'a@b.cn', phone: '无' })).toBe('a@b.cn');
  });
});
