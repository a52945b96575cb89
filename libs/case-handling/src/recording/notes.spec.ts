import { defaultRules, unitsOf } from '@app/cases';
import { Circumstances } from '../circumstances';
import { caseNotes } from './notes';

const circumstances = new Circumstances(unitsOf([]), [{ ...defaultRules, edition: 'county-2018', from: '2018-06-01' }, defaultRules]);

const event = (at?: string) => ({ type: 'Happened', data: {}, at });

const notes = (before: { receivedAt?: string; lastOn?: string }, occurredAt: string, ...events: ReturnType<typeof event>[]) =>
  caseNotes({ receivedAt: '2018-06-04T09:00:00+08:00', lastOn: '2018-06-04', ...before }, events, occurredAt, circumstances);

describe('beside every event of a case', () => {
  it('stands the edition of the day on which the case was received', () => {
    expect(notes({}, '2020-01-01T09:00:00+08:00', event())).toMatchObject([{ rules: 'county-2018' }]);
    expect(notes({ receivedAt: '2018-05-31T23:59:00+08:00' }, '2018-06-04T10:00:00+08:00', event())).toEqual([{ rules: 'default' }]);
    expect(notes({ receivedAt: '', lastOn: '' }, '2018-06-01T00:00:00+08:00', event())).toEqual([{ rules: 'county-2018' }]);
  });

  it('stand the working days since something happened to it, the day of that not counted', () => {
    // Weekend on 9 and 10, Dragon Boat Festival on 18 June.
    const worked = (day: string) => notes({}, `2018-06-${day}T10:00:00+08:00`, event())[0]?.worked;
    expect([worked('04'), worked('05'), worked('08'), worked('10'), worked('18'), worked('19')]).toEqual([undefined, 1, 4, 4, 9, 10]);
  });

  it('is told of events recorded together each by its own time, and no day twice', () => {
    const told = notes({}, '2018-06-13T10:00:00+08:00', event('2018-06-08T00:00:00+08:00'), event('2018-06-12T00:00:00+08:00'), event());
    expect(told.map(({ worked }) => worked)).toEqual([4, 2, 1]);
  });

  it('counts no days for what is entered behind something later', () => {
    const told = notes({ lastOn: '2018-06-12' }, '2018-06-13T10:00:00+08:00', event('2018-06-08T00:00:00+08:00'), event());
    expect(told.map(({ worked }) => worked)).toEqual([undefined, 1]);
  });
});
