import { publishedCalendar } from '@app/cases';
import { on, recorded } from '@app/testing';
import { segmentsOf } from './segments';

const stream = 'complaint-1';
const at = (day: string) => ({ at: `2018-06-${day}T10:00:00+08:00` });

const registered = on(stream, 'ComplaintRegistered', { caseNumber: 'RX-2018-000001', channel: 'phone' }, at('04'));
const routed = (unit: string, day: string) => on(stream, 'ComplaintRouted', { unit }, at(day));
const answered = on(stream, 'ComplaintAnswered', { unit: 'transport' }, at('13'));
const closed = on(stream, 'ComplaintClosed', {}, at('15'));

const segments = (happenings: Parameters<typeof recorded>[0], today = '2018-06-20') =>
  segmentsOf(recorded(happenings), publishedCalendar, today).map(({ heldBy, unit, from, to, workingDays, open }) =>
    [unit ?? heldBy, from.slice(8), to.slice(8), workingDays, ...(open ? ['open'] : [])].join(' '),
  );

describe('the time of a case', () => {
  it('is the office’s until a unit has it, the unit’s until it answers, and the office’s until it is closed', () => {
    expect(segments([registered, routed('transport', '06'), answered, closed])).toEqual([
      'office 04 06 2',
      'transport 06 13 5',
      'office 13 15 2',
    ]);
  });

  it('goes on until today while the case does', () => {
    expect(segments([registered, routed('transport', '06')])).toEqual(['office 04 06 2', 'transport 06 20 9 open']);
  });

  it('passes over holidays: 18 June 2018 was the Dragon Boat Festival', () => {
    expect(segments([registered], '2018-06-18')).toEqual(['office 04 18 9 open']);
    expect(segments([registered], '2018-06-19')).toEqual(['office 04 19 10 open']);
  });

  it('is told apart by unit', () => {
    expect(segments([registered, routed('transport', '04'), routed('health', '07')], '2018-06-08')).toEqual([
      'office 04 04 0',
      'transport 04 07 3',
      'health 07 08 1 open',
    ]);
  });

  it('is one stretch as long as it is in one hand', () => {
    const signedIn = on(stream, 'ComplaintSignedIn', {}, at('07'));
    expect(segments([registered, routed('transport', '06'), signedIn], '2018-06-08')).toEqual(['office 04 06 2', 'transport 06 08 2 open']);
  });

  it('goes by when things happened, whenever they were entered', () => {
    const overdue = on(stream, 'Overdue', { clock: 'answer', on: '2018-06-11' }, { at: '2018-06-14T00:00:00+08:00' });
    expect(segments([registered, routed('transport', '06'), overdue, answered])).toEqual([
      'office 04 06 2',
      'transport 06 13 5',
      'office 13 20 4 open',
    ]);
  });

  it('is no time at all before anything has happened', () => expect(segments([])).toEqual([]));
});
