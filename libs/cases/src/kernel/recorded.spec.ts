import { recordedAfter } from './recorded';

const at = '2018-12-31T16:30:00Z';
const received = recordedAfter(undefined, 'received', { caseNumber: 'RX-2019-000001', channel: 'phone', matter: '供水', due: {} }, at);

describe('what is recorded of a case', () => {
  it('is what was told when it was received, and the day on which it was in Beijing', () =>
    expect(received).toEqual({
      channel: 'phone',
      kind: null,
      matter: '供水',
      area: null,
      platform: null,
      urgency: null,
      route: null,
      received_on: '2019-01-01',
    }));

  it('is received on the day on which the receipt was confirmed (Regulation 2019 art. 31)', () =>
    expect(recordedAfter(received, 'receipt-confirmed', { due: {} }, '2019-01-03T09:00:00+08:00')).toEqual({
      ...received,
      received_on: '2019-01-03',
    }));

  it('says of its answer the day and the outcome, null where there is no outcome', () => {
    expect(recordedAfter(received, 'answered', { unit: 'water-works' }, at)).toMatchObject({ outcome: null, answered_on: '2019-01-01' });
    expect(recordedAfter(received, 'answered', { unit: 'water-works', outcome: 'granted' }, at)).toMatchObject({ outcome: 'granted' });
  });

  it('says of its rating all that was asked', () => {
    const asked = { rating: 'satisfied', attitude: 'satisfied', resolution: 'solved' };
    expect(recordedAfter(received, 'rated', asked, at)).toEqual({ ...received, ...asked });
    expect(recordedAfter(received, 'rated', { rating: 'refused' }, at)).toEqual({
      ...received,
      rating: 'refused',
      attitude: null,
      resolution: null,
    });
  });

  it('says how it ended', () => {
    expect(recordedAfter(received, 'concluded', { outcome: 'upheld' }, at)).toMatchObject({ outcome: 'upheld', closed_on: '2019-01-01' });
    expect(recordedAfter(received, 'closed', {}, at)).toMatchObject({ closed_on: '2019-01-01' });
  });

  it('is what it was corrected to, also to nothing', () => {
    const corrected = recordedAfter(received, 'corrected', { fact: 'matter', was: '供水', now: '供电' }, at);
    expect(corrected).toEqual({ ...received, matter: '供电' });
    expect(recordedAfter(corrected, 'corrected', { fact: 'area', was: null, now: '灵溪镇' }, at)).toMatchObject({ area: '灵溪镇' });
    expect(recordedAfter(corrected, 'corrected', { fact: 'matter', was: '供电', now: null }, at)).toMatchObject({ matter: null });
  });

  it('is changed by nothing else', () => {
    expect(recordedAfter(received, 'routed', { unit: 'water-works', matter: '供电' }, at)).toBe(received);
    expect(recordedAfter(undefined, undefined, {}, at)).toBeUndefined();
  });
});
