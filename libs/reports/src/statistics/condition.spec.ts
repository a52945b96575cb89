import { meets, times, together } from './condition';

const complaint = { case_type: 'complaint', overdue: 1, closed_on: '2018-03-05' };

describe('conditions', () => {
  it.each([
    [{ case_type: 'complaint' }, true],
    [{ case_type: ['letter', 'complaint'] }, true],
    [{ case_type: { not: 'complaint' } }, false],
    [{ closed_on: { gte: '2018-03-01', lte: '2018-03-31' } }, true],
    [{ closed_on: { gt: '2018-03-05' } }, false],
    [{ closed_on: { lt: '2018-03-05' } }, false],
    [{ closed_on: [null, { gte: '2018-03-05' }] }, true],
    [{ overdue: 1, case_type: 'letter' }, false],
    [{ overdue: [] }, false],
    [{}, true],
  ])('%j: %s', (where, expected) => expect(meets(complaint, where)).toBe(expected));

  it('compare nothing with what is not known, and find it when asked for', () => {
    expect(meets({}, { closed_on: { lte: '2018-03-05' } })).toBe(false);
    expect(meets({}, { closed_on: { not: '2018-03-05' } })).toBe(true);
    expect(meets({}, { closed_on: { not: null } })).toBe(false);
    expect(meets({}, { closed_on: null })).toBe(true);
  });

  it.each([
    [{ rating: ['satisfied', 'refused'] }, { rating: 'satisfied' }, { rating: ['satisfied'] }],
    [{ case_type: { not: 'complaint' } }, { case_type: 'complaint' }, { case_type: [] }],
    [{ closed_on: [null, { gte: 'a' }] }, { closed_on: { lte: 'z' } }, { closed_on: [{ gte: 'a', lte: 'z' }] }],
    [{ closed_on: { gte: 'a' } }, { closed_on: { gte: 'a', lte: 'z' } }, { closed_on: [{ gte: 'a', lte: 'z' }] }],
    [{ unit: 'a' }, { kind: 'b' }, { unit: 'a', kind: 'b' }],
  ])('%j and %j together are %j', (one, other, both) => {
    expect(together(one, other)).toEqual(both);
  });

  it('that contradict each other on the same comparison are refused', () => {
    expect(() => together({ closed_on: { gte: 'a' } }, { closed_on: { gte: 'b' } })).toThrow('closed_on is compared twice');
  });

  it('of two lists are met in pairs', () => {
    expect(times([{ unit: 'a' }, { unit: 'b' }], [{ kind: 'x' }, { kind: 'y' }])).toEqual([
      { unit: 'a', kind: 'x' },
      { unit: 'a', kind: 'y' },
      { unit: 'b', kind: 'x' },
      { unit: 'b', kind: 'y' },
    ]);
  });
});
