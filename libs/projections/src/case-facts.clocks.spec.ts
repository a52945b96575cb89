import type { Milestone } from '@app/cases';
import { givenEvents, on } from '@app/testing';
import { type CaseFacts, caseFactsTable } from './case-facts';

const the = (milestone: Milestone, data: object = {}, day = '2018-03-01', time = '09:00') =>
  on('complaint-1', milestone, data, { milestone, at: `${day}T${time}:00+08:00` });
const due = (day: string, more: object = {}) => ({ on: day, rule: 'hotline-ordinary', calendar: '2018', ...more });

const received = the('received', { caseNumber: 'RX-2018-000772', channel: 'phone', due: due('2018-03-08', { soon: '2018-03-07' }) });
const routed = the('routed', { unit: 'roads', limits: { 'sign-in': due('2018-03-02'), contact: due('2018-03-02') } });
const signedIn = (day: string, time?: string) => the('signed-in', { limits: { 'sign-in': null } }, day, time);
const facts = (...events: ReturnType<typeof the>[]) => ({
  are: (expected: Partial<CaseFacts>) => givenEvents(received, ...events).thenRows(caseFactsTable, expected),
});

describe('the term of the answer', () => {
  it('is told with its rule and from when it is soon over', () =>
    facts().are({ due_on: '2018-03-08', due_rule: 'hotline-ordinary', soon_on: '2018-03-07', clock: 'running', near: 0 }));

  it('is noted to be nearly over, and to be over', () => {
    const near = the('due-soon', { clock: 'answer', on: '2018-03-08' }, '2018-03-07');
    const missed = the('overdue', { clock: 'answer', on: '2018-03-08' }, '2018-03-09');
    facts(near).are({ near: 1, clock: 'running' });
    facts(near, missed).are({ near: 1, clock: 'missed' });
  });

  it('stands still while the case is paused, and goes on with the new date', () => {
    const paused = the('paused', { since: '2018-03-05', why: 'third-party' });
    facts(routed, paused).are({ paused: 1, status: 'paused' });
    facts(routed, paused, the('resumed', { due: due('2018-03-20') })).are({ paused: 0, status: 'handling', due_on: '2018-03-20' });
  });

  it('goes on by whatever event brings the new date', () =>
    facts(
      the('paused', { since: '2018-03-05', why: 'correction' }),
      the('lapsed', { clock: 'correction', on: '2018-03-20', due: due('2018-04-10') }),
    ).are({
      paused: 0,
      status: 'received',
      held_by: 'office',
      due_on: '2018-04-10',
    }));

  it('moves with a holiday notice', () =>
    facts(the('retimed', { due: due('2018-03-09') })).are({ due_on: '2018-03-09', clock: 'running' }));

  it('stays missed when an event sets the same date again', () => {
    const missed = the('overdue', { clock: 'answer', on: '2018-03-08' }, '2018-03-09');
    facts(missed, the('retimed', { due: due('2018-03-08') })).are({ clock: 'missed' });
    facts(missed, the('extended', { due: due('2018-03-15') })).are({ clock: 'running' });
  });

  it('keeps its date after the answer', () =>
    facts(routed, the('answered', { unit: 'roads' }, '2018-03-07')).are({ due_on: '2018-03-08', clock: null }));
});

describe('the other terms', () => {
  it('are kept by name while they run', () => facts(routed).are({ limits: '{"sign-in":"2018-03-02","contact":"2018-03-02"}' }));

  it('say whether the sign-in was in time', () => {
    facts(routed, signedIn('2018-03-02')).are({ sign_timing: 'on-time', limits: '{"contact":"2018-03-02"}' });
    facts(routed, signedIn('2018-03-03')).are({ sign_timing: 'late' });
  });

  it('say by the hour whether it was in time, where they are terms of hours', () => {
    const urgent = the('routed', { unit: 'roads', limits: { 'sign-in': due('2018-03-01', { at: '2018-03-01T11:00:00+08:00' }) } });
    facts(urgent, signedIn('2018-03-01', '10:59')).are({ sign_timing: 'on-time' });
    facts(urgent, signedIn('2018-03-01', '11:00')).are({ sign_timing: 'late' });
  });

  it('say nothing of a sign-in for which there was none', () =>
    facts(the('routed', { unit: 'roads' }), signedIn('2018-03-30')).are({ sign_timing: null, limits: null }));

  it('say so too of the contact with the citizen', () =>
    facts(routed, the('contacted', {}, '2018-03-05')).are({ contacted_on: '2018-03-05', contact_timing: 'late' }));

  it('are set apart once they have run out', () => {
    const missed = the('overdue', { clock: 'sign-in', on: '2018-03-02' }, '2018-03-03');
    facts(routed, missed).are({ limits: '{"contact":"2018-03-02"}', missed_limits: '{"sign-in":"2018-03-02"}', clock: 'running' });
    facts(routed, missed, signedIn('2018-03-03')).are({ missed_limits: null, sign_timing: 'late' });
  });

  it('run on when that turns out to be wrong', () =>
    facts(
      routed,
      the('overdue', { clock: 'sign-in', on: '2018-03-02' }, '2018-03-03'),
      the('silence-withdrawn', { clock: 'sign-in' }, '2018-03-02'),
      signedIn('2018-03-02'),
    ).are({ missed_limits: null, sign_timing: 'on-time' }));

  it('end with the case, but for those that its end starts', () =>
    facts(routed, the('closed', { limits: { rating: due('2018-05-01') } })).are({ limits: '{"rating":"2018-05-01"}', clock: null }));
});
