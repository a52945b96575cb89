import { givenEvents, on } from '@app/testing';
import { noTerm, workQueueTable } from './work-queue';

const due = { on: '2018-03-08', rule: 'five working days', calendar: '2018' };
const received = on('complaint-1', 'ComplaintRegistered', { caseNumber: 'RX-2018-000001', channel: 'phone', due });
const routed = on('complaint-1', 'ComplaintRouted', { unit: 'water-works' });
const closed = on('complaint-1', 'ComplaintClosed');

describe('the work queue', () => {
  it('holds a case that nobody holds', () =>
    givenEvents(received).thenRows(workQueueTable, { case_id: '1', status: 'received', unit: '', due_on: '2018-03-08', reminders: 0 }));

  it('names the unit that holds it', () =>
    givenEvents(received, routed).thenRows(workQueueTable, { status: 'routed', unit: 'water-works' }));

  it('lets a case go that is closed', () => givenEvents(received, routed, closed).thenRows(workQueueTable));

  it('puts a case without a term last', () =>
    givenEvents(on('letter-2', 'LetterRegistered', { caseNumber: 'XF-2018-000001', channel: 'online' }), received).thenRows(
      workQueueTable,
      { case_id: '1' },
      { case_id: '2', due_on: noTerm },
    ));
});
