import type { Milestone } from '@app/cases';
import { givenEvents, on } from '@app/testing';
import { type CaseFacts, caseFactsTable } from './case-facts';

const the = (milestone: Milestone, data: object = {}, day = '2018-03-01', time = '09:00') =>
  on('complaint-1', milestone, data, { milestone, at: `${day}T${time}:00+08:00` });
const due = (day: string, more: object = {}) => ({ on: day, rule: 'r', calendar: '2018', ...more });

const received = the('received', { caseNumber: 'RX-2018-000772', channel: 'phone', due: due('2018-03-08') });
const routed = the('routed', { unit: 'roads' });
const answered = (day: string, time?: string) => the('answered', { unit: 'roads', outcome: 'done' }, day, time);
const rated = (rating: string, more: object = {}) => the('rated', { rating, ...more }, '2018-03-09');
const facts = (...events: ReturnType<typeof the>[]) => ({
  are: (expected: Partial<CaseFacts>) => givenEvents(received, routed, ...events).thenRows(caseFactsTable, expected),
});

describe('the answer in the facts', () => {
  it('is the latest one; the first is remembered', () =>
    facts(answered('2018-03-07'), the('sent-back'), answered('2018-03-20')).are({
      answered_on: '2018-03-20',
      first_answered_on: '2018-03-07',
      reworks: 1,
    }));

  it('stands while it is done again without a new term', () =>
    facts(answered('2018-03-07'), the('sent-back')).are({
      status: 'handling',
      answered_on: '2018-03-07',
      timing: 'on-time',
      outcome: 'done',
    }));

  it('keeps its timing when no term was set for doing it again', () =>
    facts(answered('2018-03-07'), the('sent-back'), answered('2018-04-20')).are({ timing: 'on-time' }));

  it.each(['sent-back', 'revoked', 'reopened'] as const)('is gone once the case is %s with a new term', (milestone) =>
    facts(answered('2018-03-07'), the('closed'), the(milestone, { due: due('2018-04-10') })).are({
      status: 'handling',
      answered_on: null,
      answered_year: null,
      timing: null,
      outcome: null,
      first_answered_on: '2018-03-07',
      closed_on: null,
      closed_year: null,
      due_on: '2018-04-10',
      clock: 'running',
    }),
  );

  it('may be late by the new term', () =>
    facts(answered('2018-03-07'), the('sent-back', { due: due('2018-03-15') }), answered('2018-03-16')).are({ timing: 'late' }));

  it('is late by the hour where the term is one of hours', () => {
    const soon = the('extended', { due: due('2018-03-08', { at: '2018-03-08T17:00:00+08:00' }) });
    facts(soon, answered('2018-03-08', '16:59')).are({ timing: 'extended' });
    facts(soon, answered('2018-03-08', '17:00')).are({ timing: 'late' });
  });

  it('is late once it is recorded that the term has run out', () =>
    facts(the('overdue', { clock: 'answer', on: '2018-03-07' }), answered('2018-03-08')).are({ timing: 'late' }));

  it('is not late while the clock stands still', () =>
    facts(the('paused', { since: '2018-03-07', why: 'third-party' }), answered('2018-03-20')).are({ timing: 'on-time' }));

  it('does not open a case that is closed', () =>
    facts(the('closed'), answered('2018-03-07'), rated('satisfied')).are({ status: 'closed', held_by: null, rating: 'satisfied' }));
});

describe('what the citizen says', () => {
  it('counts as said last, and as said in the first round', () =>
    facts(
      answered('2018-03-07'),
      rated('dissatisfied', { attitude: 'satisfied', resolution: 'unsolved' }),
      the('sent-back'),
      answered('2018-03-12'),
      rated('satisfied', { resolution: 'solved' }),
    ).are({ rating: 'satisfied', first_rating: 'dissatisfied', attitude: null, resolution: 'solved', rated_on: '2018-03-09' }));

  it('is asked for as often as it takes', () =>
    facts(answered('2018-03-07'), the('reviewed'), the('attempted'), the('attempted')).are({ status: 'reviewed', attempts: 2 }));
});

describe('what follows the answer', () => {
  it('is told by facts of their own', () =>
    facts(the('promised'), the('served', {}, '2018-03-10'), the('published', { publication: 'anonymised' }, '2018-03-11')).are({
      promise: 'open',
      served_on: '2018-03-10',
      publication: 'anonymised',
      published_on: '2018-03-11',
    }));

  it('is a promise until it is fulfilled', () => facts(the('promised'), the('fulfilled')).are({ promise: 'fulfilled' }));
});
