import { type Clocks, clocksAfter, kindOf, noClocks } from './clocks';
import type { Due } from './due';
import type { Milestone } from './milestones';

const until = (on: string): Due => ({ on, rule: 'a-rule', calendar: 'a-calendar' });
const first = until('2018-06-11');
const later = until('2018-06-18');
const at = '2018-06-12T00:00:00+08:00';

const after = (clocks: Clocks, milestone: Milestone, data: object = {}): Clocks => clocksAfter(clocks, milestone, { ...data }, at);
const running: Clocks = { answer: { due: first }, 'sign-in': { due: first } };

describe('a clock', () => {
  it('starts with the event that carries its due date', () => {
    expect(after(noClocks, 'received', { due: first })).toEqual({ answer: { due: first } });
    expect(after(noClocks, 'routed', { limits: { 'sign-in': first, 'co-unit:education': later } })).toEqual({
      'sign-in': { due: first },
      'co-unit:education': { due: later },
    });
  });

  it('is moved by a later one', () => expect(after(running, 'extended', { due: later })['answer']).toEqual({ due: later }));

  it('is ended by null, and the others run on', () =>
    expect(after(running, 'signed-in', { limits: { 'sign-in': null } })).toEqual({ answer: { due: first } }));

  it('of the answer is ended by the answer', () => expect(after(running, 'answered')).toEqual({ 'sign-in': { due: first } }));

  it.each<Milestone>(['closed', 'concluded', 'merged'])('is ended by the end of the case, whichever it is: %s', (milestone) => {
    expect(after(running, milestone)).toEqual({});
    expect(after(running, milestone, { limits: { rating: later } })).toEqual({ rating: { due: later } });
  });

  it('stands still from the day of a pause until it gets a due date again', () => {
    const paused = after(running, 'paused', { since: '2018-06-06', why: 'third-party' });
    expect(paused['answer']).toEqual({ due: first, pausedOn: '2018-06-06' });
    expect(after(paused, 'resumed', { due: later })['answer']).toEqual({ due: later });
  });

  it('that does not run is not stopped', () => expect(after(noClocks, 'paused', { since: '2018-06-06', why: 'third-party' })).toEqual({}));

  it('that lapses is over, whatever it sets going', () =>
    expect(after(running, 'lapsed', { clock: 'sign-in', on: first.on, due: later })).toEqual({ answer: { due: later } }));

  it('is changed by nothing else', () => {
    expect(after(running, 'noted')).toBe(running);
    expect(clocksAfter(running, undefined, {}, at)).toBe(running);
  });
});

describe('what was said about a clock', () => {
  const missed = after(after(running, 'due-soon', { clock: 'answer' }), 'overdue', { clock: 'answer' });

  it('is kept with the moment at which it was said', () => expect(missed['answer']).toEqual({ due: first, nearAt: at, missedAt: at }));

  it('is forgotten when the clock is moved', () => expect(after(missed, 'extended', { due: later })['answer']).toEqual({ due: later }));

  it('stays said when the clock goes on to the same end', () => {
    const paused = after(missed, 'paused', { since: '2018-06-20', why: 'third-party' });
    const same = { ...first, pauses: [{ from: '2018-06-20', to: '2018-06-22', why: 'third-party' }] };
    expect(after(paused, 'resumed', { due: same })['answer']).toEqual({ due: same, nearAt: at, missedAt: at });
  });

  it('is taken back from the moment on from which it was broken', () => {
    const near = { nearAt: '2018-06-08T00:00:00+08:00', missedAt: '2018-06-12T00:00:00+08:00' };
    const withdrawn = clocksAfter(
      { answer: { due: first, ...near } },
      'silence-withdrawn',
      { clock: 'answer' },
      '2018-06-09T10:00:00+08:00',
    );
    expect(withdrawn['answer']).toEqual({ due: first, nearAt: near.nearAt });
  });

  it('of a clock that is over is not needed', () => {
    expect(after(noClocks, 'overdue', { clock: 'answer' })).toEqual({});
    expect(after(noClocks, 'silence-withdrawn', { clock: 'answer' })).toEqual({});
  });
});

describe('the kind of a clock', () => {
  it('is what comes before the colon', () => expect(['answer', 'co-unit:education'].map(kindOf)).toEqual(['answer', 'co-unit']));
});
