import { readBusinessTime } from './business-time';

const now = new Date('2026-11-01T08:00:00Z');

describe('a time in an old register', () => {
  it.each([
    ['2017-03-02', '2017-03-02T09:00:00+08:00'],
    ['2017/3/2', '2017-03-02T09:00:00+08:00'],
    ['2017-03-02 14:05', '2017-03-02T14:05:00+08:00'],
    ['2017/3/2 9:05:30', '2017-03-02T09:05:30+08:00'],
    ['2017-03-02T14:05:00', '2017-03-02T14:05:00+08:00'],
    ['2017-03-02T01:10:00Z', '2017-03-02T01:10:00Z'],
    ['2017-03-02T09:10:00.250+08:00', '2017-03-02T09:10:00.250+08:00'],
  ])('%s is %s', (text, instant) => expect(readBusinessTime(text, undefined, now)).toBe(instant));

  it('that is a day alone comes after the step before it on that day', () => {
    expect(readBusinessTime('2017-03-02', '2017-03-02T10:30:00+08:00', now)).toBe('2017-03-02T10:30:00+08:00');
    expect(readBusinessTime('2017-03-02', '2017-03-02T00:00:00Z', now)).toBe('2017-03-02T09:00:00+08:00');
    expect(readBusinessTime('2017-03-02', '2017-03-03T10:30:00+08:00', now)).toBe('2017-03-02T09:00:00+08:00');
  });

  it.each(['', '2017-02-30', '2017-13-01', '2017-03-02 25:00', '02.03.2017', '43000'])('cannot be %p', (text) =>
    expect(readBusinessTime(text, undefined, now)).toMatchObject({ zh: expect.stringContaining('须为日期') }),
  );

  it('is neither to come nor older than any case', () => {
    expect(readBusinessTime('2026-11-02', undefined, now)).toMatchObject({ zh: '晚于现在' });
    expect(readBusinessTime('1991-12-31', undefined, now)).toMatchObject({ zh: '早于1992年' });
  });
});
