import { type CaseEvent, clocksOf, foldCase, nextSilenceAt, silencesUntil } from '@app/cases';
import { type PastFor, usualCircumstances } from '@app/testing';
import { complaint } from '.';

type Past = PastFor<typeof complaint>;

const dueOn = (on: string, rule: string) => ({ on, rule, calendar: 'chinese-days-1.5.7' });

const received: Past = {
  type: 'ComplaintRegistered',
  data: {
    caseNumber: 'RX-2018-000772',
    channel: 'phone',
    kind: 'complaint',
    matter: '供水',
    due: { ...dueOn('2018-06-11', 'hotline-ordinary'), soon: '2018-06-08' },
  },
};
const part = dueOn('2018-06-07', 'hotline-co-unit');
const dispatched: readonly Past[] = [
  received,
  {
    type: 'ComplaintRouted',
    data: {
      unit: 'water-works',
      limits: {
        'sign-in': dueOn('2018-06-05', 'hotline-sign-in'),
        return: dueOn('2018-06-05', 'hotline-return'),
        contact: dueOn('2018-06-06', 'hotline-contact'),
      },
    },
  },
  { type: 'ComplaintCoAssigned', data: { unit: 'urban-management', by: part, limits: { 'co-unit:urban-management': part } } },
];

const situation = (past: readonly CaseEvent[]) => foldCase(complaint, past);
const silences = (past: readonly CaseEvent[], until: string) =>
  silencesUntil(complaint, situation(past), until, usualCircumstances).map(({ type, data, at }) => [type, data['clock'], at]);

describe('the clocks of a complaint', () => {
  it('run out one by one where nothing is done; the window for a return just passes', () =>
    expect(silences(dispatched, '2018-06-30T00:00:00+08:00')).toEqual([
      ['Overdue', 'sign-in', '2018-06-06T00:00:00+08:00'],
      ['Overdue', 'contact', '2018-06-07T00:00:00+08:00'],
      ['DueSoon', 'answer', '2018-06-08T00:00:00+08:00'],
      ['Overdue', 'co-unit:urban-management', '2018-06-08T00:00:00+08:00'],
      ['Overdue', 'answer', '2018-06-12T00:00:00+08:00'],
    ]));

  it('of the answer goes on running while a return is decided on', () =>
    expect(
      silences(
        [
          ...dispatched,
          { type: 'ComplaintReturnRequested', data: { unit: 'water-works', ground: 'other-area', limits: { 'sign-in': null } } },
        ],
        '2018-06-12T00:00:00+08:00',
      ),
    ).toContainEqual(['Overdue', 'answer', '2018-06-12T00:00:00+08:00']));

  it('are all over when it is closed or merged', () => {
    const merged: Past = { type: 'ComplaintMerged', data: { into: '01890000-0000-7000-8000-0000000000c1', since: '2018-06-04' } };
    const terminated: Past = { type: 'ComplaintTerminated', data: { disposal: 'terminated', ground: 'withdrawn' } };
    for (const end of [merged, terminated]) {
      expect(clocksOf(situation([...dispatched, end]))).toEqual({});
      expect(nextSilenceAt(complaint, situation([...dispatched, end]), usualCircumstances)).toBeUndefined();
    }
  });

  it('of the follow-up is for the hotline: when it is late, that is recorded too', () => {
    const answered: Past = {
      type: 'ComplaintAnswered',
      data: { unit: 'water-works', limits: { 'sign-in': null, contact: null, 'follow-up': dueOn('2018-06-19', 'hotline-follow-up') } },
    };
    expect(silences([received, ...dispatched.slice(1, 2), answered], '2018-06-20T00:00:00+08:00')).toEqual([
      ['Overdue', 'follow-up', '2018-06-20T00:00:00+08:00'],
    ]);
  });
});
