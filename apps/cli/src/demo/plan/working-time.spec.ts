import { randomFrom } from './random';
import { hours, isWorkingTime, minutes, officeTimeOn, toInstant, workingAfter, workingDaysAfter } from './working-time';

const at = (instant: string): number => Date.parse(instant);
const hour = 3_600_000;

describe('office time', () => {
  it.each([
    ['2018-06-04T08:30:00+08:00', true],
    ['2018-06-04T12:00:00+08:00', false],
    ['2018-06-04T14:29:59+08:00', false],
    ['2018-06-04T17:29:59+08:00', true],
    ['2018-06-03T09:00:00+08:00', false],
    ['2018-02-11T09:00:00+08:00', true], // a Sunday worked for Spring Festival
    ['2018-02-19T09:00:00+08:00', false],
  ])('at %s: %s', (instant, open) => {
    expect(isWorkingTime(at(instant))).toBe(open);
  });

  it.each([
    ['within a session', '2018-06-04T09:00:00+08:00', 1, '2018-06-04T10:00:00+08:00'],
    ['over noon', '2018-06-04T11:30:00+08:00', 1, '2018-06-04T15:00:00+08:00'],
    ['over a weekend', '2018-06-08T17:00:00+08:00', 1, '2018-06-11T09:00:00+08:00'],
    ['from the night before', '2018-06-04T02:00:00+08:00', 1, '2018-06-04T09:30:00+08:00'],
    ['over New Year', '2018-12-29T17:00:00+08:00', 1, '2019-01-02T09:00:00+08:00'],
  ])('passes %s', (_, from, amount, to) => {
    expect(toInstant(workingAfter(at(from), amount * hour))).toBe(to);
  });

  it('is found on any working day', () => {
    const random = randomFrom(1);
    for (let i = 0; i < 500; i += 1) expect(isWorkingTime(officeTimeOn(random, '2018-06-04'))).toBe(true);
  });

  it('counts working days', () => {
    expect(workingDaysAfter('2018-09-28', 3)).toBe('2018-10-08');
  });
});

describe('a length of time', () => {
  it('lies between its bounds', () => {
    const random = randomFrom(2);
    for (let i = 0; i < 200; i += 1) {
      expect(minutes(random, 5, 10) / 60_000).toBeGreaterThanOrEqual(5);
      expect(hours(random, 1, 2) / hour).toBeLessThanOrEqual(2);
    }
  });
});
