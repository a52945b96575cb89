import type { Milestone } from '@app/cases';
import { givenEvents, on } from '@app/testing';
import { type CaseFacts, caseFactsTable } from './case-facts';
import { satisfactionTable } from './satisfaction';
import { workQueueTable } from './work-queue';
import { yearTotalsTable } from './year-totals';

const the = (milestone: Milestone, data: object = {}, day = '2018-03-01') =>
  on('complaint-1', milestone, data, { milestone, at: `${day}T09:00:00+08:00` });

const received = the('received', {
  caseNumber: 'RX-2018-000772',
  channel: 'phone',
  due: { on: '2018-03-08', rule: 'r', calendar: '2018' },
});
const routed = the('routed', { unit: 'roads' });
const closed = the('closed', { disposal: 'terminated', ground: 'litigation' }, '2018-04-01');
const merged = the('merged', { into: 'first' });
const facts = (...events: ReturnType<typeof the>[]) => ({
  are: (expected: Partial<CaseFacts>) => givenEvents(received, ...events).thenRows(caseFactsTable, expected),
});

describe('the end of a case', () => {
  it('says how and why, when not by an answer', () =>
    facts(closed).are({ status: 'closed', disposal: 'terminated', ground: 'litigation', closed_on: '2018-04-01', clock: null }));

  it('is none when it is opened again', () =>
    facts(routed, closed, the('reopened')).are({
      status: 'handling',
      held_by: 'unit',
      reopened: 1,
      closed_on: null,
      closed_year: null,
      disposal: null,
      ground: null,
    }));

  it('leaves a case that nobody had to the office when it is opened again', () =>
    facts(closed, the('reopened')).are({ status: 'received', held_by: 'office' }));

  it('is with the office again when the event says so, whoever had answered it', () =>
    facts(the('answered', { unit: 'hotline-centre' }), closed, the('reopened', { status: 'received' })).are({
      status: 'received',
      unit: null,
      held_by: 'office',
    }));
});

describe('a case that is merged into another', () => {
  it('says into which, and is neither open nor closed', () =>
    facts(merged).are({ status: 'merged', merged_into: 'first', held_by: null, clock: null, closed_on: null }));

  it('leaves the queue, and the totals of work orders', () => {
    const given = givenEvents(received, merged);
    given.thenRows(workQueueTable);
    given.thenRows(yearTotalsTable);
  });

  it('takes its rating along', () =>
    givenEvents(received, the('rated', { rating: 'satisfied' }), closed, merged).thenRows(satisfactionTable));

  it('comes back to where it was', () => {
    const given = givenEvents(received, routed, merged, the('unmerged', { status: 'routed' }));
    given.thenRows(caseFactsTable, { status: 'routed', merged_into: null, held_by: 'unit' });
    given.thenRows(workQueueTable, { status: 'routed', unit: 'roads' });
    given.thenRows(yearTotalsTable, { basis: 'received', n: 1 });
  });

  it('does not change the one it is merged into', () =>
    facts(the('duplicate-joined', { duplicate: 'second' })).are({ status: 'received', merged_into: null, reminders: 0 }));
});

describe('a cluster', () => {
  it('is named by its first case', () => facts(the('linked', { to: 'first' })).are({ cluster: 'first', status: 'received' }));

  it('can be left', () => facts(the('linked', { to: 'first' }), the('unlinked')).are({ cluster: null }));
});
