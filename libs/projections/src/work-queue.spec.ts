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

  it('lets a case go that is merged into another', () =>
    givenEvents(received, on('complaint-1', 'merged', { into: 'first' }, { milestone: 'merged' })).thenRows(workQueueTable));

  it.each([
    ['while it is paused', 'paused', { since: '2018-03-05', why: 'third-party' }, 1],
    ['once it is answered', 'answered', { unit: 'water-works' }, 0],
  ] as const)('lets nothing of a case be due %s', (_, milestone, data, paused) =>
    givenEvents(received, routed, on('complaint-1', milestone, data, { milestone })).thenRows(workQueueTable, {
      due_on: noTerm,
      soon_on: null,
      paused,
    }),
  );

  it('tells what the order is made of', () => {
    const soon = { ...due, soon: '2018-03-07' };
    const urgent = on('complaint-1', 'ComplaintRegistered', {
      caseNumber: 'RX-2018-000001',
      channel: 'phone',
      due: soon,
      urgency: 'urgent',
    });
    const marked = (['escalated', 'instructed', 'reminded'] as const).map((milestone) =>
      on('complaint-1', milestone, { level: 2 }, { milestone }),
    );
    const missed = on('complaint-1', 'overdue', { clock: 'answer', on: '2018-03-08' }, { milestone: 'overdue' });
    givenEvents(urgent, ...marked).thenRows(workQueueTable, {
      urgency: 'urgent',
      level: 2,
      instructed: 1,
      reminders: 1,
      soon_on: '2018-03-07',
      missed: 0,
    });
    givenEvents(urgent, missed).thenRows(workQueueTable, { missed: 1, due_on: '2018-03-08' });
  });

  it('puts a case without a term last', () =>
    givenEvents(on('letter-2', 'LetterRegistered', { caseNumber: 'XF-2018-000001', channel: 'online' }), received).thenRows(
      workQueueTable,
      { case_id: '1' },
      { case_id: '2', due_on: noTerm },
    ));
});
