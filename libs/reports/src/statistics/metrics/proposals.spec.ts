import { textOf } from '../asked-in-memory';
import { type Cases, untouched } from '../counted-in-memory';

describe('proposals', () => {
  const proposal = (facts: Cases): Cases => ({ ...untouched, case_type: 'proposal', received_on: '2013-02-01', ...facts });

  it('are taken over those that were filed: Gansu in 2013 had 820 submitted and 799 filed', () => {
    const cases = [
      proposal({ n: 790, filed_on: '2013-02-05', first_routed_on: '2013-02-20', first_answered_on: '2013-04-01' }),
      proposal({ n: 9, filed_on: '2013-02-05' }),
      proposal({ n: 21, disposal: 'not-filed' }),
    ];
    expect(textOf('proposals-filed by filed', cases, { period: '2013' })).toBe('799 799');
    expect(textOf('proposal-reply-rate by filed', cases, { period: '2013' })).toBe('790/799 98.87%');
  });

  it('that were assigned without a filing step count as filed', () => {
    expect(textOf('proposals-filed by filed', [proposal({ first_routed_on: '2013-02-20' })], { period: '2013' })).toBe('1 1');
  });

  it('have class shares over those filed, or over those with a class', () => {
    const cases = [
      proposal({ n: 6, outcome: 'A', filed_on: '2013-02-05', met_on: '2013-03-01' }),
      proposal({ n: 2, outcome: 'B', filed_on: '2013-02-05', promise: 'fulfilled' }),
      proposal({ outcome: 'B', filed_on: '2013-02-05', promise: 'open' }),
      proposal({ filed_on: '2013-02-05' }),
    ];
    expect(textOf('class-a-share by filed', cases, { period: '2013' })).toBe('6/10 60.00%');
    expect(textOf('class-a-share by classed', cases, { period: '2013' })).toBe('6/9 66.67%');
    expect(textOf('class-d-share by filed', cases, { period: '2013' })).toBe('0/10 0.00%');
    expect(textOf('meeting-rate by filed', cases, { period: '2013' })).toBe('6/10 60.00%');
    expect(textOf('promise-rate by promised', cases, { period: '2013' })).toBe('2/3 66.67%');
  });
});
