import { answered, closed, complaint, statistic, textOf } from '../asked-in-memory';

describe('an order', () => {
  it('that was returned is laid to the unit that returned it, and to the one that has it now', () => {
    const cases = [complaint({ n: 3 }), complaint({ unit: 'roads', returns: 1, returned_by: 'water' }), complaint({ unit: 'roads' })];
    expect(textOf('return-rate by routed', cases)).toBe('1/5 20.00%');
    expect(statistic('return-rate by routed', cases, { by: 'unit' }).items).toEqual([
      { unit: 'water', numerator: 1, denominator: 4, value: '25.00', text: '25.00%' },
      { unit: 'roads', numerator: 0, denominator: 2, value: '0.00', text: '0.00%' },
    ]);
    expect(statistic('return-rate by routed', cases, { by: 'unit', filters: { unit: 'water' } }).items).toMatchObject([
      { unit: 'water', text: '25.00%' },
    ]);
  });

  it('that a unit returned and got again is laid to it once', () => {
    const cases = [complaint({ n: 3 }), complaint({ returns: 1, returned_by: 'water' })];
    expect(textOf('return-rate by routed', cases, { filters: { unit: 'water' } })).toBe('1/4 25.00%');
    expect(statistic('return-rate by routed', cases, { by: 'unit' }).items).toHaveLength(1);
  });

  it('that was signed in while no limit ran is no base for punctuality', () => {
    const cases = [
      complaint({ n: 2, signed_in_on: '2018-03-02', sign_timing: 'on-time' }),
      complaint({ signed_in_on: '2018-03-09', sign_timing: 'late' }),
      complaint(),
      complaint({ signed_in_on: '2018-03-02' }),
    ];
    expect(textOf('sign-in-rate by routed', cases)).toBe('2/4 50.00%');
  });

  it('is responded to when the citizen was spoken to within the limit', () => {
    const cases = [complaint({ contacted_on: '2018-03-03', contact_timing: 'on-time' }), complaint({ n: 3 })];
    expect(textOf('response-rate by routed', cases)).toBe('1/4 25.00%');
  });

  it('of a citizen who wants no reply, or that ended another way, is no base for replies', () => {
    const cases = [answered({ n: 3 }), complaint(), complaint({ reply_wanted: 0 }), closed({ answered_on: null, disposal: 'terminated' })];
    expect(textOf('reply-rate by due', cases)).toBe('3/4 75.00%');
    expect(textOf('reply-rate by received', cases)).toBe('3/4 75.00%');
  });

  it('that was merged into another is counted as received where calls are, and nowhere else', () => {
    const cases = [closed({ n: 3 }), complaint({ merged_into: 'x' })];
    expect(textOf('received by calls', cases)).toBe('4 4');
    expect(textOf('received by orders', cases)).toBe('3 3');
    expect(textOf('on-time-rate by due', cases)).toBe('3/3 100.00%');
    expect(textOf('routed by orders', cases)).toBe('3 3');
  });
});
