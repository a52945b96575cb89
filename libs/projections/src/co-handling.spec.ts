import type { Milestone } from '@app/cases';
import { givenEvents, on } from '@app/testing';
import { coHandlingTable } from './co-handling';

const the = (milestone: Milestone, data: object, day = '2018-03-01') =>
  on('complaint-1', milestone, data, { milestone, at: `${day}T09:00:00+08:00` });
const by = { on: '2018-03-08', rule: 'hotline-joint', calendar: '2018' };

const received = the('received', { caseNumber: 'RX-2018-000001', channel: 'phone' });
const assigned = (unit: string, term: object = { by }) => the('co-assigned', { unit, ...term });
const replied = (day: string) => the('co-replied', { unit: 'roads' }, day);

describe('the part of a joint unit', () => {
  it('has its own term', () =>
    givenEvents(received, assigned('roads'), assigned('parks', {})).thenRows(
      coHandlingTable,
      { case_id: '1', unit: 'parks', due_on: null, open: 1 },
      { case_id: '1', unit: 'roads', case_type: 'complaint', assigned_on: '2018-03-01', due_on: '2018-03-08', open: 1 },
    ));

  it('is signed in, and done with the reply, in time or late', () => {
    const signedIn = the('co-signed-in', { unit: 'roads' }, '2018-03-02');
    givenEvents(received, assigned('roads'), signedIn, replied('2018-03-08')).thenRows(coHandlingTable, {
      signed_in_on: '2018-03-02',
      replied_on: '2018-03-08',
      timing: 'on-time',
      open: 0,
    });
    givenEvents(received, assigned('roads'), replied('2018-03-09')).thenRows(coHandlingTable, { timing: 'late' });
    givenEvents(received, assigned('roads', {}), replied('2018-03-09')).thenRows(coHandlingTable, { timing: null, open: 0 });
  });

  it('may end without a reply', () =>
    givenEvents(received, assigned('roads'), the('co-released', { unit: 'roads' })).thenRows(coHandlingTable, {
      open: 0,
      replied_on: null,
    }));

  it('begins anew when it is assigned again', () =>
    givenEvents(received, assigned('roads', {}), replied('2018-03-05'), assigned('roads')).thenRows(coHandlingTable, {
      open: 1,
      replied_on: null,
      due_on: '2018-03-08',
    }));

  it('is not touched by the end of the case', () =>
    givenEvents(received, assigned('roads'), the('closed', {})).thenRows(coHandlingTable, { open: 1 }));

  it('cannot be done by a unit that has none', () =>
    givenEvents(received, replied('2018-03-05')).thenParked({ message: 'complaint-1 has co-replied of a unit that has no part in it' }));
});
