import fc from 'fast-check';
import { publishedCalendar } from './calendar';
import { ClockName, type Clocks, clocksOf, Limits } from './clocks';
import { addDays } from './dates';
import { type CaseEvent, foldCase } from './decide';
import type { CaseType, Situation } from './decider';
import { event } from './definitions';
import { Due, dueAfter, type Length, resumedAfter } from './due';
import { say } from './sentence';
import { CalendarDate, Label } from './shapes';
import { nextSilenceAt, silencesToWithdraw, silencesUntil } from './silences';
import { defaultRules } from '../local-rules';
import { unitsOf } from './units';

const circumstances = { calendar: publishedCalendar, local: defaultRules, units: unitsOf([]) };

const events = {
  RequestNoted: event('noted', say('登记', 'Noted'), { due: Due.optional(), limits: Limits.optional() }),
  RequestConsulted: event('paused', say('征求意见', 'Consulted'), { since: CalendarDate, why: Label, limits: Limits.optional() }),
  RequestThirdPartySilent: event('lapsed', say('第三方逾期未答复', 'The third party is silent'), {
    clock: ClockName,
    on: CalendarDate,
    due: Due.optional(),
  }),
};

const same = (state: Situation): Situation => state;

/** A request whose consultation lapses, and whose window for returning it is nobody's duty. */
const request: CaseType<Situation, {}, typeof events> = {
  name: 'request',
  title: say('申请', 'Request'),
  prefix: 'SQ',
  events,
  commands: {},
  opens: '' as never,
  initial: { status: 'open' },
  evolve: { RequestNoted: same, RequestConsulted: same, RequestThirdPartySilent: same },
  rules: {},
  upcasts: {},
  terms: [],
  lapses: {
    'return-window': 'window',
    'third-party': (state, { clock, due: { on } }, context) => {
      const answer = clocksOf(state)['answer'];
      const pause = { from: answer?.pausedOn ?? '', to: on, why: 'third-party' };
      const due = answer?.pausedOn === undefined ? undefined : resumedAfter(answer.due, pause, context);
      return [{ type: 'RequestThirdPartySilent', data: { clock, on, due } }];
    },
  },
};

const in_ = (amount: number, unit: Length['unit'] = 'working-day', at = '2018-06-04T09:00:00+08:00'): Due =>
  dueAfter(at, { amount, unit, rule: 'a-rule' }, circumstances);

const after = (...past: readonly CaseEvent[]): Situation => foldCase(request as CaseType, past);
const noted = (data: { due?: Due; limits?: Limits }): Situation => after({ type: 'RequestNoted', data, at: '2018-06-04T09:00:00+08:00' });
const silences = (state: Situation, until: string) => silencesUntil(request as CaseType, state, until, circumstances);
const told = (state: Situation, until: string) => silences(state, until).map(({ type, data, at }) => [type, data['clock'], data['on'], at]);

describe('a silence', () => {
  const answering = noted({ due: in_(5) });

  it('falls when the day before the last begins, and when the last is over', () => {
    expect(told(answering, '2018-06-07T23:59:59+08:00')).toEqual([]);
    expect(told(answering, '2018-06-08T00:00:00+08:00')).toEqual([['DueSoon', 'answer', '2018-06-11', '2018-06-08T00:00:00+08:00']]);
    expect(told(answering, '2018-07-01T12:00:00+08:00')).toEqual([
      ['DueSoon', 'answer', '2018-06-11', '2018-06-08T00:00:00+08:00'],
      ['Overdue', 'answer', '2018-06-11', '2018-06-12T00:00:00+08:00'],
    ]);
  });

  it('is soon of the answer alone', () =>
    expect(told(noted({ limits: { 'sign-in': in_(3) } }), '2018-07-01T00:00:00+08:00').map(([type]) => type)).toEqual(['Overdue']));

  it('of a term in hours falls at its end', () =>
    expect(told(noted({ limits: { contact: in_(2, 'hour') } }), '2018-06-04T11:00:00+08:00')).toEqual([
      ['Overdue', 'contact', '2018-06-04', '2018-06-04T11:00:00+08:00'],
    ]));

  it('is the same moment in every notation', () => {
    expect(told(noted({ limits: { contact: in_(2, 'hour') } }), '2018-06-04T02:59:59Z')).toEqual([]);
    expect(told(noted({ limits: { contact: in_(2, 'hour') } }), '2018-06-04T03:00:00Z')).toHaveLength(1);
  });

  it('is none of a window: what it allows is over, and nothing was owed', () =>
    expect(told(noted({ limits: { 'return-window': in_(1) } }), '2019-01-01T00:00:00+08:00')).toEqual([]));

  it('is none while the clock stands still', () => {
    const consulting = after(
      { type: 'RequestNoted', data: { due: in_(5) } },
      { type: 'RequestConsulted', data: { since: '2018-06-05', why: 'third-party' } },
    );
    expect(told(consulting, '2019-01-01T00:00:00+08:00')).toEqual([]);
  });

  // Consulted on the second of five days; fifteen working days later, Dragon Boat on 18 June among them, the third party has said nothing.
  it('may mean something, and set another clock going again', () => {
    const consulting = after(
      { type: 'RequestNoted', data: { due: in_(5) } },
      {
        type: 'RequestConsulted',
        data: { since: '2018-06-06', why: 'third-party', limits: { 'third-party': in_(15, 'working-day', '2018-06-06') } },
      },
    );
    expect(told(consulting, '2018-07-31T00:00:00+08:00')).toEqual([
      ['RequestThirdPartySilent', 'third-party', '2018-06-28', '2018-06-29T00:00:00+08:00'],
      ['DueSoon', 'answer', '2018-07-03', '2018-07-02T00:00:00+08:00'],
      ['Overdue', 'answer', '2018-07-03', '2018-07-04T00:00:00+08:00'],
    ]);
  });

  it('without end is a mistake in the type, and said to be', () => {
    const endless: typeof request = { ...request, lapses: { nap: () => [{ type: 'RequestNoted', data: {} }] } };
    const state = noted({ limits: { nap: in_(1) } });
    expect(() => silencesUntil(endless as CaseType, state, '2018-07-01T00:00:00+08:00', circumstances)).toThrow(
      'the clocks of a request run out without end',
    );
  });
});

const dates = fc.integer({ min: 0, max: 120 }).map((days) => addDays('2018-05-01', days));
const moments = fc
  .integer({ min: 0, max: 250 * 24 })
  .map((hours) => new Date(Date.parse('2018-05-01T00:00:00Z') + hours * 3_600_000).toISOString());
const duesIn = (...units: readonly Length['unit'][]): fc.Arbitrary<Due> =>
  fc
    .tuple(dates, fc.integer({ min: 1, max: 30 }), fc.constantFrom(...units))
    .map(([date, amount, unit]) => in_(amount, unit, `${date}T10:00:00+08:00`));

const recordedUntil = (state: Situation, until: string): Situation => foldCase(request as CaseType, silences(state, until), state);

const consultedOn = (since: string, state: Situation): Situation =>
  foldCase(
    request as CaseType,
    [{ type: 'RequestConsulted', data: { since, why: 'third-party' } }],
    recordedUntil(state, `${since}T12:00:00+08:00`),
  );

/** Requests with clocks of these kinds, and one of the answer in one of these units. */
const situations = (names: readonly string[], ...units: readonly Length['unit'][]): fc.Arbitrary<Situation> =>
  fc
    .tuple(fc.option(duesIn(...units), { nil: undefined }), fc.dictionary(fc.constantFrom(...names), duesIn('hour', 'working-day')))
    .map(([due, limits]) => after({ type: 'RequestNoted', data: { ...(due && { due }), limits } }));

/** With clocks of every kind, the answer’s perhaps standing still until the third party is silent. Clocks in hours are not stopped. */
const everyKind = fc
  .tuple(
    situations(['sign-in', 'contact', 'co-unit:education', 'co-unit:health', 'return-window'], 'working-day', 'day'),
    fc.option(dates, { nil: undefined }),
    duesIn('working-day', 'day'),
  )
  .map(([state, since, due]) =>
    foldCase(
      request as CaseType,
      [{ type: 'RequestNoted', data: { limits: { 'third-party': due } } }],
      since ? consultedOn(since, state) : state,
    ),
  );

const inOrder = fc.tuple(moments, moments).map(([one, other]) => (one < other ? ([one, other] as const) : ([other, one] as const)));

describe('silences', () => {
  it('may be recorded at any moments in between', () =>
    fc.assert(
      fc.property(everyKind, inOrder, (state, [earlier, later]) => {
        const first = silences(state, earlier);
        expect([...first, ...silences(foldCase(request as CaseType, first, state), later)]).toEqual(silences(state, later));
      }),
    ));

  it('that are recorded do not fall again', () =>
    fc.assert(fc.property(everyKind, moments, (state, until) => expect(silences(recordedUntil(state, until), until)).toEqual([]))));

  it('come in the order in which they fell, up to the moment asked for', () =>
    fc.assert(
      fc.property(everyKind, moments, (state, until) => {
        const times = silences(state, until).map(({ at }) => Date.parse(at ?? ''));
        expect(times).toEqual(times.toSorted((one, other) => one - other));
        expect(times.filter((time) => time > Date.parse(until))).toEqual([]);
      }),
    ));

  it('are told at the moment that is named as the next, and none before it', () =>
    fc.assert(
      fc.property(everyKind, moments, (state, until) => {
        const now = recordedUntil(state, until);
        const next = nextSilenceAt(request as CaseType, now, circumstances);
        if (next === undefined) expect(silences(now, '2100-01-01T00:00:00Z')).toEqual([]);
        else {
          expect(silences(now, new Date(Date.parse(next) - 1).toISOString())).toEqual([]);
          expect(silences(now, next).length).toBeGreaterThan(0);
        }
      }),
    ));

  it('that had not fallen yet are withdrawn, and fall again in their time', () =>
    fc.assert(
      fc.property(situations(['sign-in', 'contact'], 'hour', 'working-day', 'day'), inOrder, (state, [earlier, later]) => {
        const recorded = recordedUntil(state, later);
        const withdrawn = foldCase(request as CaseType, silencesToWithdraw(recorded, earlier), recorded);
        expect(withdrawn.clocks).toEqual(recordedUntil(state, earlier).clocks);
        expect(recordedUntil(withdrawn, later).clocks).toEqual(recorded.clocks);
      }),
    ));

  it('are marked on their clocks with the moment at which they fell', () => {
    const clocks: Clocks | undefined = recordedUntil(noted({ due: in_(5) }), '2018-07-01T00:00:00+08:00').clocks;
    expect(clocks?.['answer']).toMatchObject({ nearAt: '2018-06-08T00:00:00+08:00', missedAt: '2018-06-12T00:00:00+08:00' });
  });
});
