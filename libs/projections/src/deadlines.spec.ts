import { caseTypes, publishedCalendar } from '@app/cases';
import { on, recorded } from '@app/testing';
import { deadlinesOf } from './deadlines';

const calendar = 'chinese-days-1.5.7';
const received = on(
  'disclosure-1',
  'DisclosureRegistered',
  { due: { on: '2018-06-26', rule: 'disclosure-2008-art-24', calendar } },
  { at: '2018-06-04T01:00:00Z' },
);
const extended = on(
  'disclosure-1',
  'DisclosureExtended',
  { due: { on: '2018-07-17', rule: 'disclosure-2008-art-24-extension', calendar } },
  { at: '2018-06-20T01:00:00Z' },
);

describe('the deadlines of a case', () => {
  it('are each explained; an extension runs on from the date it moves', () => {
    const [first, second] = deadlinesOf(
      recorded([received, on('disclosure-1', 'DisclosureRouted', { unit: 'finance' }), extended]),
      caseTypes.disclosure.terms,
      publishedCalendar,
    );
    expect(first).toMatchObject({
      on: '2018-06-26',
      from: '2018-06-04',
      inForce: false,
      setBy: 'DisclosureRegistered',
      term: { amount: 15 },
    });
    expect(second).toMatchObject({
      on: '2018-07-17',
      from: '2018-06-26',
      inForce: true,
      setBy: 'DisclosureExtended',
      revision: 2,
      term: { amount: 15 },
    });
    expect(first?.days).toContainEqual({ on: '2018-06-18', counts: false, why: { zh: '端午', en: 'Dragon Boat Festival' } });
  });

  it('are none for a case without a term', () =>
    expect(deadlinesOf(recorded([on('proposal-1', 'ProposalRegistered', {})]), [], publishedCalendar)).toEqual([]));
});
