import { givenEvents, on } from '@app/testing';
import { caseFactsTable } from './case-facts';

const due = (date: string) => ({ on: date, rule: 'five working days', calendar: '2018' });

const received = on('complaint-1', 'ComplaintRegistered', {
  caseNumber: 'RX-2018-000772',
  channel: 'phone',
  kind: 'help',
  matter: 'street lamp',
  due: due('2018-03-08'),
});
const routed = on('complaint-1', 'ComplaintRouted', { unit: 'water-works' }, { at: '2018-03-01T06:00:00Z' });
const answeredAt = (at: string) => on('complaint-1', 'ComplaintAnswered', { unit: 'water-works' }, { at });
const rated = on('complaint-1', 'ComplaintRated', { rating: 'satisfied' }, { at: '2018-03-09T02:00:00Z' });
const closed = on('complaint-1', 'ComplaintClosed', {}, { at: '2018-12-31T15:59:59Z' });

describe('the facts of a case', () => {
  it('begin with what was registered', () =>
    givenEvents(received).thenRows(caseFactsTable, {
      case_id: '1',
      case_type: 'complaint',
      case_number: 'RX-2018-000772',
      status: 'received',
      channel: 'phone',
      kind: 'help',
      matter: 'street lamp',
      area: null,
      unit: null,
      received_on: '2018-03-01',
      received_year: 2018,
      due_on: '2018-03-08',
      extended: 0,
      source: null,
      revision: 0,
      position: 1,
    }));

  it('name the unit that it was routed to, and keep the date of the first deadline', () =>
    givenEvents(received, routed).thenRows(caseFactsTable, {
      status: 'routed',
      unit: 'water-works',
      routed_on: '2018-03-01',
      due_on: '2018-03-08',
      revision: 1,
      position: 2,
    }));

  it('say that it was answered on time until the end of the last day in Beijing', () =>
    givenEvents(received, routed, answeredAt('2018-03-08T15:59:59Z')).thenRows(caseFactsTable, {
      status: 'answered',
      answered_on: '2018-03-08',
      answered_year: 2018,
      timing: 'on-time',
    }));

  it('say that it was answered late from the next midnight in Beijing', () =>
    givenEvents(received, routed, answeredAt('2018-03-08T16:00:00Z')).thenRows(caseFactsTable, {
      answered_on: '2018-03-09',
      timing: 'late',
    }));

  it('count reminders', () => {
    const reminded = on('complaint-1', 'ComplaintReminded');
    givenEvents(received, reminded, reminded).thenRows(caseFactsTable, { status: 'received', reminders: 2 });
  });

  it('fall into the year in which it was closed in Beijing', () =>
    givenEvents(received, routed, rated, closed).thenRows(caseFactsTable, {
      status: 'closed',
      rating: 'satisfied',
      rated_on: '2018-03-09',
      closed_on: '2018-12-31',
      closed_year: 2018,
    }));

  it('remember that its personal data has been erased', () =>
    givenEvents(received, on('complaint-1', 'PersonalDataErased')).thenRows(caseFactsTable, { erased: 1, status: 'received' }));

  it('name the system that reported it', () => {
    const intake = { receipt: 'r-1', source: 'hotline-12345', id: 'e-1', type: 'received', subject: 'WO-77' };
    givenEvents({ ...received, intake }).thenRows(caseFactsTable, { source: 'hotline-12345', source_number: 'WO-77' });
  });

  it('follow a disclosure request through extension, appeal and litigation', () => {
    const registered = on('disclosure-9', 'DisclosureRegistered', {
      caseNumber: 'XX-2018-000001',
      channel: 'letter',
      due: due('2018-03-29'),
    });
    const extended = on('disclosure-9', 'DisclosureExtended', { due: due('2018-04-27') });
    const answered = on(
      'disclosure-9',
      'DisclosureAnswered',
      { unit: 'gov-office', outcome: 'partly-granted' },
      { at: '2018-04-20T02:00:00Z' },
    );
    const appealed = on('disclosure-9', 'DisclosureAppealed', { proceeding: 'p' });
    const litigated = on('disclosure-9', 'DisclosureLitigated', { proceeding: 'q' });
    givenEvents(registered, extended, answered, appealed, litigated).thenRows(caseFactsTable, {
      due_on: '2018-04-27',
      extended: 1,
      timing: 'extended',
      outcome: 'partly-granted',
      appealed: 1,
      litigated: 1,
    });
  });

  it('refuse an event of a case that nobody has received', () =>
    givenEvents(routed).thenParked({
      stream: 'complaint-1',
      position: 1,
      message: 'complaint-1 has ComplaintRouted before it was received',
    }));

  it('do not speak of streams that are no cases', () => givenEvents(on('unit-water', 'UnitRenamed')).thenRows(caseFactsTable));
});
