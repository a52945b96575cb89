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

  const due = (day: string) => ({ on: day, rule: 'r', calendar });
  const facts = (...events: ReturnType<typeof on>[]) =>
    deadlinesOf(recorded(events), [], publishedCalendar).map(({ clock, on: day, inForce, paused, missedOn, ended }) => ({
      clock,
      day,
      inForce,
      ...(paused && { paused: paused.since }),
      ...(missedOn && { missedOn }),
      ...(ended && { ended: ended.by }),
    }));

  it('are kept by clock: an event may start some and end others', () =>
    expect(
      facts(
        on('complaint-1', 'ComplaintRegistered', { due: due('2018-06-11') }),
        on('complaint-1', 'ComplaintRouted', { unit: 'health', limits: { 'sign-in': due('2018-06-05') } }),
        on('complaint-1', 'ComplaintSignedIn', { limits: { 'sign-in': null } }),
      ),
    ).toEqual([
      { clock: 'answer', day: '2018-06-11', inForce: true },
      { clock: 'sign-in', day: '2018-06-05', inForce: true, ended: 'ComplaintSignedIn' },
    ]));

  it('say when one was missed, and by what it was ended all the same', () =>
    expect(
      facts(
        on('complaint-1', 'ComplaintRegistered', { due: due('2018-06-11') }),
        on('complaint-1', 'Overdue', { clock: 'answer', on: '2018-06-11' }, { at: '2018-06-12T00:00:00+08:00' }),
        on('complaint-1', 'ComplaintAnswered', { unit: 'health' }, { at: '2018-06-13T09:00:00+08:00' }),
      ),
    ).toEqual([{ clock: 'answer', day: '2018-06-11', inForce: true, missedOn: '2018-06-12', ended: 'ComplaintAnswered' }]));

  it('take back a miss that was withdrawn', () =>
    expect(
      facts(
        on('complaint-1', 'ComplaintRegistered', { due: due('2018-06-11') }),
        on('complaint-1', 'Overdue', { clock: 'answer', on: '2018-06-11' }, { at: '2018-06-12T00:00:00+08:00' }),
        on('complaint-1', 'SilenceWithdrawn', { clock: 'answer' }, { at: '2018-06-10T09:00:00+08:00' }),
      ),
    ).toEqual([{ clock: 'answer', day: '2018-06-11', inForce: true }]));

  it('are none for a case without a term', () =>
    expect(deadlinesOf(recorded([on('proposal-1', 'ProposalRegistered', {})]), [], publishedCalendar)).toEqual([]));
});
