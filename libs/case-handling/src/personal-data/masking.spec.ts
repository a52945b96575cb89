import { caseTypes, type CaseType } from '@app/cases';
import { hidePersonal, maskPersonal, withoutCaller } from './masking';

describe('masked personal data', () => {
  it.each([
    ['张三丰', '张**'],
    ['王五', '王*'],
    ['李', '李*'],
    ['𠮷田', '𠮷*'],
    ['', '*'],
  ])('shows of the name %j only the surname', (name, shown) => {
    expect(maskPersonal({ complainant: name })).toEqual({ complainant: shown });
  });

  it.each([
    ['13800001234', '138****1234'],
    ['0743-5223456', '074*****3456'],
    ['12345', '*****'],
    ['1234567', '*******'],
    ['12345678', '123*5678'],
    ['', '*'],
  ])('shows of the number %j only its ends, and of a short one nothing', (phone, shown) => {
    expect(maskPersonal({ phone })).toEqual({ phone: shown });
  });

  it('hides every other field, one it does not know too', () => {
    expect(maskPersonal({ address: '河西路5号', text: '停水', somethingNew: '秘密', constructor: 'x' })).toEqual({
      address: '***',
      text: '***',
      somethingNew: '***',
      constructor: '***',
    });
  });

  it('leaves out what was not said', () => {
    expect(maskPersonal({ phone: undefined, text: '停水' })).toEqual({ text: '***' });
  });

  it('shows of no field of any event more than a surname and the ends of a number', () => {
    const secret = '甲乙丙丁戊己庚辛壬癸子丑';
    for (const type of Object.values(caseTypes) as CaseType[])
      for (const { personal } of Object.values<EventDefinitionLike>(type.events))
        for (const field of Object.keys(personal?.shape ?? {})) {
          const shown = maskPersonal({ [field]: secret })[field] ?? '';
          expect([field, [...shown].filter((letter) => letter !== '*').length <= 7]).toEqual([field, true]);
          expect(shown).not.toContain(secret.slice(3, 8));
        }
  });
});

type EventDefinitionLike = { readonly personal: { readonly shape: object } | undefined };

describe('the personal data of a confidential case', () => {
  const said = {
    complainant: '张三丰',
    phone: '13800001234',
    address: '河西路5号',
    text: '停水',
    instruction: '请核实',
    comment: '我儿子叫张四',
  };

  it('shows nobody but the office even the ends of a name', () => {
    expect(Object.values(hidePersonal(said))).toEqual(Object.values(said).map(() => '***'));
  });

  it('shows the unit what it must deal with and nothing else, not even what it does not know', () => {
    expect(withoutCaller({ ...said, somethingNew: '秘密', reason: undefined })).toEqual({
      complainant: '***',
      phone: '***',
      address: '***',
      text: '停水',
      instruction: '请核实',
      comment: '***',
      somethingNew: '***',
    });
  });
});
