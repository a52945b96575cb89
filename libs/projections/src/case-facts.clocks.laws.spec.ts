import {
  businessDate,
  type CaseEvent,
  type CaseType,
  caseTypes,
  clocksOf,
  evolve,
  type Milestone,
  nextSilenceAt,
  silencesToWithdraw,
  silencesUntil,
  type Situation,
} from '@app/cases';
import { delivered, livedHistoriesOf, on, recorded, usualCircumstances } from '@app/testing';
import fc from 'fast-check';
import { alarmsTable } from './alarms';
import { type CaseFacts, caseFactsTable } from './case-facts';
import { endsIn } from './case-facts.limits';

const moving = [
  'routed',
  'answered',
  'sent-back',
  'extended',
  'paused',
  'resumed',
  'closed',
  'reopened',
  'merged',
  'concluded',
  'lapsed',
  'retimed',
  'noted',
] as const satisfies readonly Milestone[];

const names = ['answer', 'sign-in', 'contact', 'third-party'] as const;

/** A case type of nothing but clocks: each event means what it is called. */
const clockwork = {
  name: 'clockwork',
  initial: { status: 'open' },
  events: Object.fromEntries(['received', ...moving].map((milestone) => [milestone, { milestone }])),
  evolve: {},
} as unknown as CaseType;

const days = fc.integer({ min: 1, max: 300 }).map((day) => new Date(Date.UTC(2018, 0, day)).toISOString().slice(0, 10));

const dues = fc
  .record({ on: days, at: fc.option(fc.integer({ min: 10, max: 23 }), { freq: 4 }), soon: fc.boolean() })
  .map(({ on: day, at, soon }) => ({
    on: day,
    rule: 'r',
    calendar: '2018',
    ...(at === null ? soon && { soon: `${day.slice(0, 8)}01` } : { at: `${day}T${at}:00:00+08:00` }),
  }));

const happenings = fc.record({
  milestone: fc.constantFrom(...moving),
  clock: fc.constantFrom(...names),
  due: fc.option(dues, { freq: 3, nil: undefined }),
  limits: fc.option(fc.dictionary(fc.constantFrom(...names.slice(1)), fc.option(dues), { minKeys: 1 }), { freq: 3, nil: undefined }),
  day: days,
  hour: fc.integer({ min: 10, max: 23 }),
});

type Happening = typeof happenings extends fc.Arbitrary<infer H> ? H : never;

/** Everything that any of the milestones promises, besides what the clocks need. */
const eventOf = ({ milestone, clock, due, limits, day, hour }: Happening): CaseEvent & { readonly at: string } => ({
  type: milestone,
  at: `${day}T${hour}:00:00+08:00`,
  data: { ...(due && { due }), ...(limits && { limits }), clock, since: day, why: 'fee', into: 'first', unit: 'roads', outcome: 'done' },
});

interface Lived {
  readonly situation: Situation;
  readonly events: readonly CaseEvent[];
}

const happened = ({ situation, events }: Lived, more: readonly CaseEvent[]): Lived => ({
  situation: more.reduce((state, event) => evolve(clockwork, state, event), situation),
  events: [...events, ...more],
});

/** Recorded as the kernel does it: silences that fell before are recorded first, and those that had not fallen yet are withdrawn. */
const recordedOne = (before: Lived, event: CaseEvent & { readonly at: string }): Lived => {
  const known = happened(before, silencesToWithdraw(before.situation, event.at));
  return happened(happened(known, silencesUntil(clockwork, known.situation, event.at, usualCircumstances)), [event]);
};

/** The same events as the kernel sees them and as the rows do. */
const lived = (history: readonly Happening[]): { row: CaseFacts; situation: Situation; wakeOn: string | undefined } => {
  const { situation, events } = history.map(eventOf).reduce(recordedOne, { situation: clockwork.initial, events: [] });
  const received = on('complaint-1', 'received', { caseNumber: 'RX-2018-000001', channel: 'phone' }, { milestone: 'received' });
  const silent = (type: string) => !moving.some((milestone) => milestone === type);
  const stream = events.map(({ type, data, at = '' }) =>
    on('complaint-1', type, data, { at, ...(!silent(type) && { milestone: type as Milestone }) }),
  );
  const rows = delivered(recorded([received, ...stream]), 3);
  return { row: rows.all(caseFactsTable)[0]!, situation, wakeOn: rows.all(alarmsTable)[0]?.wake_on };
};

describe('for any course of clocks', () => {
  const histories = fc.array(happenings, { maxLength: 12 });

  it('the facts say of the answer’s clock what the kernel knows', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { row, situation } = lived(history);
        const { answer } = clocksOf(situation);
        expect(row.clock).toBe(answer ? (answer.missedAt === undefined ? 'running' : 'missed') : null);
        if (!answer) return;
        expect([row.due_on, row.due_at, row.soon_on]).toEqual([answer.due.on, answer.due.at ?? null, answer.due.soon ?? null]);
        expect([row.paused, row.near]).toEqual([Number(answer.pausedOn !== undefined), Number(answer.nearAt !== undefined)]);
      }),
      { numRuns: 400 },
    );
  });

  it('they name the other clocks that are open, and which of them have run out', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { row, situation } = lived(history);
        const others = Object.entries(clocksOf(situation)).filter(([name]) => name !== 'answer');
        const ends = (missed: boolean) =>
          Object.fromEntries(
            others.filter(([, each]) => (each.missedAt !== undefined) === missed).map(([name, { due }]) => [name, due.at ?? due.on]),
          );
        expect([endsIn(row.limits), endsIn(row.missed_limits)]).toEqual([ends(false), ends(true)]);
      }),
      { numRuns: 400 },
    );
  });

  it('the alarm is set for the day of the next silence, if there is one', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { situation, wakeOn } = lived(history);
        const next = nextSilenceAt(clockwork, situation, usualCircumstances);
        expect(wakeOn).toBe(next && businessDate(next));
      }),
      { numRuns: 400 },
    );
  });
});

describe.each(Object.values(caseTypes) as CaseType[])('for any life of a case of type $name', (caseType) => {
  it('the alarm is set for the day of its next silence, if there is one', () => {
    fc.assert(
      fc.property(livedHistoriesOf(caseType), (steps) => {
        const events = steps.flatMap(({ silences, events: decided, context }) =>
          [...silences, ...decided].map(({ type, data, at = context.at }) => on(`${caseType.name}-1`, type, data, { at })),
        );
        const situation = steps.at(-1)?.after ?? caseType.initial;
        const next = nextSilenceAt(caseType, situation, usualCircumstances);
        const [alarm] = delivered(recorded(events), 4).all(alarmsTable);
        expect(alarm?.wake_on).toBe(next && businessDate(next));
      }),
      { numRuns: 60 },
    );
  });
});
