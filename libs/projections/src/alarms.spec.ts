import { caseTypes, type Milestone } from '@app/cases';
import { givenEvents, on } from '@app/testing';
import { alarms, alarmsTable } from './alarms';
import { caseFactsTable } from './case-facts';

const the = (milestone: Milestone, data: object = {}) => on('complaint-1', milestone, data, { milestone });
const due = (day: string, more: object = {}) => ({ on: day, rule: 'r', calendar: '2018', ...more });
const received = (term: object = { due: due('2018-03-30', { soon: '2018-03-29' }) }) =>
  the('received', { caseNumber: 'RX-2018-000001', channel: 'phone', ...term });

describe('the alarm of a case', () => {
  it('wakes when it is due soon, then on the day after the last', () => {
    const near = the('due-soon', { clock: 'answer', on: '2018-03-30' });
    givenEvents(received()).thenRows(alarmsTable, { case_id: '1', case_type: 'complaint', wake_on: '2018-03-29' });
    givenEvents(received(), near).thenRows(alarmsTable, { wake_on: '2018-03-31' });
    givenEvents(received({ due: due('2018-02-28') })).thenRows(alarmsTable, { wake_on: '2018-03-01' });
    givenEvents(received({ due: due('2018-03-09') })).thenRows(alarmsTable, { wake_on: '2018-03-10' });
  });

  it('wakes on the day itself for a term of hours', () =>
    givenEvents(received({ due: due('2018-03-01', { at: '2018-03-01T17:00:00+08:00' }) })).thenRows(alarmsTable, {
      wake_on: '2018-03-01',
    }));

  it('wakes for the first of several clocks', () =>
    givenEvents(
      received(),
      the('routed', { unit: 'roads', limits: { 'sign-in': due('2018-03-02'), contact: due('2018-03-05') } }),
    ).thenRows(alarmsTable, { wake_on: '2018-03-03' }));

  it.each<[string, Milestone, object]>([
    ['while the case is paused', 'paused', { since: '2018-03-01', why: 'third-party' }],
    ['once it is overdue', 'overdue', { clock: 'answer', on: '2018-03-30' }],
    ['once it is answered', 'answered', { unit: 'roads' }],
    ['once it is closed', 'closed', {}],
    ['once it is merged', 'merged', { into: 'first' }],
  ])('is silent %s', (_, milestone, data) => givenEvents(received(), the(milestone, data)).thenRows(alarmsTable));

  it('wakes for what begins when the case is closed', () =>
    givenEvents(received(), the('closed', { limits: { rating: due('2018-05-01') } })).thenRows(alarmsTable, { wake_on: '2018-05-02' }));

  it('is silent at the end of a window, at which nothing happens', () => {
    const windows = Object.values(caseTypes).flatMap(({ name, lapses }) =>
      Object.entries(lapses ?? {}).flatMap(([clock, lapse]) => (lapse === 'window' ? [{ name, clock }] : [])),
    );
    const facts = givenEvents(received({})).rows(caseFactsTable)[0]!;
    for (const { name, clock } of windows)
      expect(alarms.of({ ...facts, case_type: name, limits: JSON.stringify({ [clock]: '2018-03-02' }) })).toBeUndefined();
  });
});
