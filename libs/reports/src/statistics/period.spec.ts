import { periodBetween, periodNamed } from './period';

describe('a period', () => {
  it.each([
    ['2023-09', '2023-09-01', '2023-09-30'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2018-12', '2018-12-01', '2018-12-31'],
    ['2017-Q2', '2017-04-01', '2017-06-30'],
    ['2017-Q4', '2017-10-01', '2017-12-31'],
    ['2011', '2011-01-01', '2011-12-31'],
  ])('%s is from %s to %s', (name, from, to) => expect(periodNamed(name)).toEqual({ name, from, to }));

  it.each(['', '1999', '2101', '2018-13', '2018-00', '2018-9', '2018-Q5', '2018-Q0', '18-01', '2018-01-01', '2018 '])(
    'is not called %j',
    (name) => expect(periodNamed(name)).toBeUndefined(),
  );

  it('between two days is named as ISO 8601 names it', () => {
    expect(periodBetween('2018-03-05', '2018-03-09').name).toBe('2018-03-05/2018-03-09');
  });
});
