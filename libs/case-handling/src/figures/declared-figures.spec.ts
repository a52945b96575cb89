import { type CaseEvent, isRejection } from '@app/cases';
import { type Declaration, type Declared, declare, declaredFold, withdraw, type Withdrawal } from './declared-figures';

const staff: Declaration = { year: 2018, code: 'staff', value: '140', source: '第六章' };

const foldOf = (events: readonly CaseEvent[]): Declared =>
  events.reduce((declared, event) => declaredFold.evolve(declared, event, ''), declaredFold.initial);

const said = (data: Partial<Declaration> = {}): CaseEvent => ({ type: 'FigureDeclared', data: { ...staff, ...data } });
const taken = (data: Partial<Withdrawal> = {}): CaseEvent => ({
  type: 'FigureWithdrawn',
  data: { year: 2018, code: 'staff', source: '误报', ...data },
});

const given = (...past: readonly CaseEvent[]) => ({
  when: (declaration: Partial<Declaration>) => outcomeOf(declare(foldOf(past), { ...staff, ...declaration })),
  withdrawn: (withdrawal: Partial<Withdrawal> = {}) =>
    outcomeOf(withdraw(foldOf(past), { year: 2018, code: 'staff', source: '误报', ...withdrawal })),
});

const outcomeOf = (decision: ReturnType<typeof declare>) => ({
  thenRecorded: (...events: readonly CaseEvent[]) => expect(decision).toEqual(events),
  thenNothing: () => expect(decision).toEqual([]),
  thenRejected: (zh: string, en: string) => {
    if (!isRejection(decision)) throw new Error(`was not refused: ${JSON.stringify(decision)}`);
    expect(decision.rejected.zh).toContain(zh);
    expect(decision.rejected.en).toContain(en);
  },
});

describe('a figure that nobody has declared', () => {
  it('is declared, in the unit of the form, which is not recorded', () => given().when({ measure: '人' }).thenRecorded(said()));

  it('keeps note and reason, where they are given', () =>
    given()
      .when({ note: '140余人', reason: '补报' })
      .thenRecorded(said({ note: '140余人', reason: '补报' })));

  it('is not declared in another unit', () => given().when({ measure: '万元' }).thenRejected('本项以“人”为单位', 'is stated in 人'));

  it('is not declared in fractions of what is counted', () => given().when({ value: '1.5' }).thenRejected('应为整数', 'whole numbers'));

  it('is not negative', () => given().when({ value: '-1' }).thenRejected('不能为负', 'cannot be negative'));

  it('has no more than four decimals', () => given().when({ code: 'funding', value: '0.00001' }).thenRejected('四位小数', 'four decimals'));

  it('is one that a form asks for', () => given().when({ code: 'constructor' }).thenRejected('没有可申报', 'no declarable figure'));

  it('cannot be withdrawn', () => given().withdrawn().thenRejected('没有申报过', 'no such figure is declared'));
});

describe('a figure that is declared', () => {
  it('is not declared again by the same value, however it is written', () => {
    given(said()).when({ source: '另一处' }).thenNothing();
    given(said({ code: 'funding', value: '205' }))
      .when({ code: 'funding', value: '205.00' })
      .thenNothing();
  });

  it('is not replaced without a reason: the refusal says by what it stands and how to correct it', () =>
    given(said())
      .when({ value: '141' })
      .thenRejected('已申报为“140”（来源：第六章），改为“141”属于更正，请在“理由”', 'say why in "reason"'));

  it('is corrected with a reason, keeping what was said', () =>
    given(said())
      .when({ value: '141', source: '编办', note: '年末', reason: '漏报一人' })
      .thenRecorded({
        type: 'FigureCorrected',
        data: { ...staff, value: '141', source: '编办', note: '年末', reason: '漏报一人', was: '140' },
      }));

  it('is corrected again from the value of the last correction', () =>
    given(said(), { type: 'FigureCorrected', data: { ...staff, was: '140', value: '141', reason: '漏报' } })
      .when({ value: '142', reason: '又漏报' })
      .thenRecorded({ type: 'FigureCorrected', data: { ...staff, was: '141', value: '142', reason: '又漏报' } }));

  it('may be given another source under the same value, with a reason', () => {
    const correction = { ...staff, source: '编办', reason: '来源误填' };
    given(said())
      .when(correction)
      .thenRecorded({ type: 'FigureCorrected', data: { ...correction, was: '140' } });
    given(said(), { type: 'FigureCorrected', data: { ...correction, was: '140' } })
      .when(correction)
      .thenNothing();
  });

  it('is withdrawn, and may be declared afresh without a reason', () => {
    given(said())
      .withdrawn({ reason: '不在统计范围' })
      .thenRecorded(taken({ reason: '不在统计范围' }));
    given(said(), taken())
      .when({ value: '7' })
      .thenRecorded(said({ value: '7' }));
    given(said(), taken()).withdrawn().thenRejected('没有申报过', 'no such figure');
  });

  it('is not withdrawn in the name of another unit of measurement', () =>
    given(said()).withdrawn({ measure: '万元' }).thenRejected('本项以“人”为单位', 'is stated in 人'));
});

describe('a figure of a unit', () => {
  it('is another one than that of the county, and than those of other units', () => {
    given(said())
      .when({ unit: 'health', value: '9' })
      .thenRecorded(said({ unit: 'health', value: '9' }));
    given(said({ unit: 'health' }))
      .when({ value: '9' })
      .thenRecorded(said({ value: '9' }));
    given(said({ unit: 'health' }))
      .withdrawn({ unit: 'finance' })
      .thenRejected('没有申报过', 'no such figure');
    given(said(), said({ unit: 'health' }), taken())
      .when({ unit: 'health', value: '9' })
      .thenRejected('属于更正', 'to correct it');
  });

  it('is nobody’s when the unit is called like a property that every object has', () =>
    given(said({ unit: 'constructor', code: 'funding' }))
      .when({ unit: 'constructor' })
      .thenRecorded(said({ unit: 'constructor' })));
});
