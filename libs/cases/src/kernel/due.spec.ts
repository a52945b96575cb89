import fc from 'fast-check';
import { publishedCalendar } from './calendar';
import { addDays } from './dates';
import { Due, dueAfter, extendedBy, type Length, type Pause, resumedAfter, type Term } from './due';

const local = { edition: 'county-2018', dueSoon: 1 };
const usual = { calendar: publishedCalendar, local };

const five: Term = { amount: 5, unit: 'working-day', rule: 'hotline-ordinary' };
const pause = (from: string, to: string): Pause => ({ from, to, why: 'third-party' });

const dates = fc.integer({ min: 0, max: 6_300 }).map((days) => addDays('2008-01-02', days));
const instants = fc
  .tuple(dates, fc.integer({ min: 0, max: 23 }))
  .map(([date, hour]) => `${date}T${String(hour).padStart(2, '0')}:30:00+08:00`);
const units = fc.constantFrom<Length['unit']>('hour', 'working-day', 'day', 'month');
const most = { hour: 100, 'working-day': 40, day: 90, month: 6 };
const terms: fc.Arbitrary<Term> = units.chain((unit) =>
  fc.integer({ min: 1, max: most[unit] }).map((amount): Term => ({ amount, unit, rule: 'a-rule' })),
);
const workingTerms: fc.Arbitrary<Term> = fc.integer({ min: 1, max: 40 }).map((amount): Term => ({ ...five, amount }));
const clocks = fc.tuple(instants, terms).map(([at, term]) => dueAfter(at, term, usual));

/** When it runs out, for comparing: of two clocks that end on the same day the one that has all of it ends later. */
const endOf = ({ on, at }: Due): number => Date.parse(at ?? `${addDays(on, 1)}T00:00:00+08:00`);

const workingDaysIn = ({ from, to }: Pick<Pause, 'from' | 'to'>): number => {
  let days = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (publishedCalendar.isWorkingDay(day)) days += 1;
  return days;
};

/** Pauses of one clock, one after the other, each stopping it on a day on which it still runs. */
const pausesOf = (from: string, on: string): fc.Arbitrary<readonly Pause[]> =>
  fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 3 }).map((gaps) => {
    const pauses: Pause[] = [];
    for (const [running, standing] of gaps) {
      const start = addDays(pauses.at(-1)?.to ?? from, running);
      if (start <= on) pauses.push(pause(start, addDays(start, standing)));
    }
    return pauses;
  });

const resumed = (due: Due, pauses: readonly Pause[]): Due => pauses.reduce((clock, each) => resumedAfter(clock, each, usual), due);

describe('a due date', () => {
  it('keeps all it follows from', () =>
    expect(dueAfter('2018-06-04T16:00:00Z', five, usual)).toEqual({
      on: '2018-06-12',
      rule: 'hotline-ordinary',
      calendar: 'chinese-days-1.5.7',
      from: '2018-06-05',
      amount: 5,
      unit: 'working-day',
      soon: '2018-06-11',
      edition: 'county-2018',
    }));

  it('in hours keeps the moments it runs from and to, and is never soon', () =>
    expect(dueAfter('2018-06-04T09:00:00+08:00', { amount: 24, unit: 'hour', rule: 'hotline-urgent' }, usual)).toEqual({
      on: '2018-06-05',
      rule: 'hotline-urgent',
      calendar: 'chinese-days-1.5.7',
      from: '2018-06-04',
      startedAt: '2018-06-04T09:00:00+08:00',
      amount: 24,
      unit: 'hour',
      at: '2018-06-05T09:00:00+08:00',
      edition: 'county-2018',
    }));

  it('may be moved on in any way and still fits its shape', () =>
    fc.assert(
      fc.property(clocks, terms, fc.nat(20), fc.integer({ min: 1, max: 30 }), (clock, more, after, length) => {
        const from = addDays(clock.on, -after);
        const moved = resumedAfter(extendedBy(clock, more, usual), pause(from, addDays(from, length)), usual);
        expect(Due.parse(JSON.parse(JSON.stringify(moved)))).toEqual(moved);
      }),
    ));

  it('does not depend on the hour of its trigger, unless it is in hours', () =>
    fc.assert(
      fc.property(instants, terms, (at, term) => {
        fc.pre(term.unit !== 'hour');
        expect(dueAfter(at, term, usual)).toEqual(dueAfter(at.slice(0, 10), term, usual));
      }),
    ));

  it('is the later, the later its trigger', () =>
    fc.assert(
      fc.property(dates, fc.nat(60), terms, (date, later, term) => {
        const [one, other] = [date, addDays(date, later)].map((day) => dueAfter(`${day}T09:00:00+08:00`, term, usual));
        expect(endOf(one as Due)).toBeLessThanOrEqual(endOf(other as Due));
      }),
    ));

  it.each([1, 2, 5])('is soon %d working days before its last day, if that is after its trigger', (dueSoon) =>
    fc.assert(
      fc.property(dates, workingTerms, (date, term) => {
        const { on, soon } = dueAfter(date, term, { calendar: publishedCalendar, local: { ...local, dueSoon } });
        expect(soon === undefined).toBe(term.amount <= dueSoon);
        if (soon) expect([workingDaysIn({ from: soon, to: on }), soon > date]).toEqual([dueSoon, true]);
      }),
    ),
  );
});

describe('an extension', () => {
  it('never shortens, and keeps what was before visible', () =>
    fc.assert(
      fc.property(clocks, terms, (clock, more) => {
        const longer = extendedBy(clock, more, usual);
        expect(endOf(longer)).toBeGreaterThan(endOf(clock));
        expect(longer).toMatchObject({ from: clock.from, amount: clock.amount, unit: clock.unit, extensions: [more] });
      }),
    ));

  it('by working days of a term in working days is the longer term', () =>
    fc.assert(
      fc.property(dates, workingTerms, workingTerms, (date, term, more) =>
        expect(extendedBy(dueAfter(date, term, usual), more, usual).on).toBe(
          dueAfter(date, { ...term, amount: term.amount + more.amount }, usual).on,
        ),
      ),
    ));

  it('of a due date from before clocks were kept as data runs on from its day', () =>
    expect(extendedBy({ on: '2018-06-11', rule: 'old', calendar: 'c' }, five, usual)).toMatchObject({
      on: '2018-06-19',
      rule: 'old',
      extensions: [five],
    }));
});

describe('a pause', () => {
  const workedAndPaused = fc
    .tuple(dates, workingTerms)
    .map(([date, term]) => dueAfter(date, term, usual))
    .chain((clock) => fc.tuple(fc.constant(clock), pausesOf(clock.from ?? '', addDays(clock.on, -1))));

  it('of n working days moves a term in working days by exactly n of them', () =>
    fc.assert(
      fc.property(workedAndPaused, ([clock, [first]]) => {
        fc.pre(first !== undefined && clock.on > first.from);
        const { on } = resumedAfter(clock, first, usual);
        expect(workingDaysIn({ from: clock.on, to: on })).toBe(workingDaysIn(first));
      }),
    ));

  it('leaves as many working days outside of the pauses as the term has', () =>
    fc.assert(
      fc.property(workedAndPaused, ([clock, pauses]) => {
        const moved = resumed(clock, pauses);
        const standing = pauses.reduce((days, { from, to }) => days + workingDaysIn({ from, to: to < moved.on ? to : moved.on }), 0);
        expect(workingDaysIn({ from: moved.from ?? '', to: moved.on }) - standing).toBe(clock.amount);
      }),
    ));

  it('and another may be told in either order', () =>
    fc.assert(
      fc.property(
        clocks.chain((clock) => fc.tuple(fc.constant(clock), pausesOf(clock.from ?? '', clock.on))),
        ([clock, pauses]) => expect(endOf(resumed(clock, pauses.toReversed()))).toBe(endOf(resumed(clock, pauses))),
      ),
    ));

  it('never shortens; a clock that is stopped in time does not run out before it goes on', () =>
    fc.assert(
      fc.property(
        clocks.chain((clock) => fc.tuple(fc.constant(clock), pausesOf(clock.from ?? '', clock.on))),
        ([clock, pauses]) => {
          const moved = resumed(clock, pauses);
          const stopped = pauses.filter(({ from }, index) => from <= resumed(clock, pauses.slice(0, index)).on);
          expect(endOf(moved)).toBeGreaterThanOrEqual(endOf(clock));
          expect(stopped.filter(({ to }) => to > moved.on)).toEqual([]);
        },
      ),
    ));

  it('that begins when the term is over changes nothing but that it is kept', () =>
    fc.assert(
      fc.property(clocks, fc.integer({ min: 1, max: 30 }), (clock, later) => {
        const late = pause(addDays(clock.on, later), addDays(clock.on, later + 10));
        expect(resumedAfter(clock, late, usual)).toEqual({ ...clock, pauses: [late] });
      }),
    ));

  it('is not followed by a warning for a day on which the clock stood still', () =>
    fc.assert(
      fc.property(workedAndPaused, ([clock, pauses]) => {
        const { soon, on } = resumed(clock, pauses);
        fc.pre(soon !== undefined);
        expect(pauses.filter(({ from, to }) => soon > from && soon <= to && to <= on)).toEqual([]);
      }),
    ));
});
