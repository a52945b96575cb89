import { textOf } from '../asked-in-memory';
import { type Cases } from '../counted-in-memory';

describe('requests for disclosure', () => {
  const request = (facts: Cases): Cases => ({ case_type: 'disclosure', received_on: '2025-03-02', ...facts });
  const before = { received_on: '2024-12-20' };

  it('have three bases: received, handled with those carried in, and settled', () => {
    const cases = [
      request({ n: 3500, answered_on: '2025-03-20' }),
      request({ n: 6, closed_on: '2025-03-20', disposal: 'withdrawn' }),
      request({ n: 5 }),
      request({ ...before, n: 90, answered_on: '2025-01-10' }),
      request({ ...before, n: 6, answered_on: '2026-01-10' }),
      request({ ...before, n: 40, answered_on: '2024-12-28', closed_on: '2025-01-02' }),
      request({ ...before, n: 7, closed_on: '2024-12-30' }),
    ];
    const volumes = ['received', 'carried-in', 'handled', 'answered', 'carried-out'].map((id) =>
      textOf(`requests-${id} by requests`, cases, { period: '2025' }),
    );
    // Suqian 2025: 3607 handled are 3511 received and 96 carried in.
    expect(volumes).toEqual(['3511 3511', '96 96', '3607 3607', '3596 3596', '11 11']);
  });

  it('were granted by 208 of 1191 results in Shanghai in 2025', () => {
    const cases = [
      request({ n: 150, outcome: 'granted', answered_on: '2025-03-20' }),
      request({ n: 58, outcome: 'partly-granted', answered_on: '2025-03-20' }),
      request({ n: 983, outcome: 'refused-privacy', answered_on: '2025-03-20' }),
    ];
    expect(textOf('disclosure-rate by results', cases, { period: '2025' })).toBe('208/1191 17.46%');
  });

  it('were put right by 18 of 134 concluded reconsiderations in Suqian in 2024, of 170 in all', () => {
    const filed = (facts: Cases): Cases => ({ case_type: 'proceeding', kind: 'reconsideration', received_on: '2024-03-01', ...facts });
    const cases = [
      filed({ n: 18, outcome: 'corrected', closed_on: '2024-06-01' }),
      filed({ n: 116, outcome: 'upheld', closed_on: '2024-06-01' }),
      filed({ n: 30 }),
      filed({ n: 6, outcome: 'corrected', closed_on: '2025-02-01' }),
    ];
    expect(textOf('correction-rate by concluded', cases, { period: '2024' })).toBe('18/134 13.43%');
    expect(textOf('correction-rate by total', cases, { period: '2024' })).toBe('18/170 10.59%');
  });
});
