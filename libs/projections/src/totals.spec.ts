import { givenEvents, on } from '@app/testing';
import { satisfactionTable } from './satisfaction';
import { yearTotalsTable } from './year-totals';

const received = (id: string) =>
  on(`complaint-${id}`, 'ComplaintRegistered', { caseNumber: `RX-2018-00000${id}`, channel: 'phone', kind: 'help' });
const routed = (id: string, unit: string) => on(`complaint-${id}`, 'ComplaintRouted', { unit });
const answered = (id: string, unit: string) => on(`complaint-${id}`, 'ComplaintAnswered', { unit }, { at: '2018-04-01T02:00:00Z' });
const rated = (id: string, rating: string) => on(`complaint-${id}`, 'ComplaintRated', { rating });
const closed = (id: string) => on(`complaint-${id}`, 'ComplaintClosed', {}, { at: '2018-12-31T16:00:00Z' });

const common = { year: 2018, month: 3, case_type: 'complaint', channel: 'phone', kind: 'help', outcome: '', timing: '' };

describe('the year totals', () => {
  it('count cases that are alike together', () =>
    givenEvents(received('1'), received('2')).thenRows(yearTotalsTable, { ...common, basis: 'received', unit: '', n: 2 }));

  it('move a case to the unit it has come to', () =>
    givenEvents(received('1'), received('2'), routed('1', 'water-works'), routed('1', 'roads')).thenRows(
      yearTotalsTable,
      { basis: 'received', unit: '', n: 1 },
      { basis: 'received', unit: 'roads', n: 1 },
    ));

  it('count a case by the date of each basis', () =>
    givenEvents(received('1'), answered('1', 'roads'), closed('1')).thenRows(
      yearTotalsTable,
      { ...common, basis: 'answered', month: 4, unit: 'roads', n: 1 },
      { ...common, basis: 'closed', year: 2019, month: 1, unit: 'roads', n: 1 },
      { ...common, basis: 'received', unit: 'roads', n: 1 },
    ));
});

describe('satisfaction', () => {
  it('counts closed cases by what was said at follow-up', () =>
    givenEvents(received('1'), received('2'), received('3'), rated('1', 'satisfied'), closed('1'), closed('2')).thenRows(
      satisfactionTable,
      { year: 2019, month: 1, rating: '', n: 1 },
      { year: 2019, month: 1, rating: 'satisfied', n: 1 },
    ));
});
