import { type CaseEvent, caseTypes, type CaseType, foldCase, isRejection, type Situation, silencesUntil } from '@app/cases';
import { historiesOf, type Step, usualCircumstances } from '@app/testing';
import fc from 'fast-check';
import { decideInTime, inTime } from './in-time';

const hour = 3_600_000;
const start = Date.parse('2018-01-02T09:00:00+08:00');

const told = (events: readonly CaseEvent[]) => events.map(({ type, at, data }) => ({ type, at, data }));

/** The events of a case whose commands come so many hours after one another; somebody looks after it every so many hours, or never. */
const lived = (caseType: CaseType, history: readonly Step[], hours: readonly number[], everyHours: number): readonly CaseEvent[] => {
  const events: CaseEvent[] = [];
  let state: Situation = caseType.initial;
  const record = (decided: readonly CaseEvent[], at: string): void => {
    const timed = decided.map((event) => ({ ...event, at: event.at ?? at }));
    events.push(...timed);
    state = foldCase(caseType, timed, state);
  };
  const look = (time: number): void => {
    const at = new Date(time).toISOString();
    record(silencesUntil(caseType, state, at, usualCircumstances), at);
  };
  let now = start;
  for (const [index, { command, context }] of history.entries()) {
    const next = now + (hours[index] ?? 0) * hour;
    for (let time = now + everyHours * hour; time <= next; time += everyHours * hour) look(time);
    now = next;
    const at = new Date(now).toISOString();
    const decision = decideInTime(caseType, state, command, { ...context, at });
    record(isRejection(decision) ? [] : decision, at);
  }
  look(now + 2_000 * hour);
  return events;
};

describe.each(Object.values(caseTypes) as readonly CaseType[])('a $name', (caseType) => {
  const gaps = fc.array(fc.integer({ min: 0, max: 24 * 20 }), { minLength: 30, maxLength: 30 });

  it('has the same silences on the same days whether somebody looked after it all the time or it is entered afterwards', () => {
    let events = 0;
    fc.assert(
      fc.property(historiesOf(caseType), gaps, fc.integer({ min: 1, max: 100 }), (history, hours, everyHours) => {
        const late = lived(caseType, history, hours, Infinity);
        expect(told(lived(caseType, history, hours, everyHours))).toEqual(told(late));
        events += late.length;
      }),
      { numRuns: 80 },
    );
    expect(events).toBeGreaterThan(100);
  });
});

describe('a case at a moment', () => {
  const complaint = caseTypes.complaint as unknown as CaseType;
  const due = { on: '2018-06-11', rule: 'r', calendar: 'c', soon: '2018-06-08' };
  const registered: CaseEvent = {
    type: 'ComplaintRegistered',
    data: { caseNumber: 'RX-2018-000001', channel: 'phone', kind: 'complaint', matter: '供水', due },
    at: '2018-06-04T09:00:00+08:00',
  };
  const recorded = foldCase(complaint, [registered]);
  const at = (day: string) => inTime(complaint, recorded, `2018-06-${day}T00:00:00+08:00`, usualCircumstances);

  it('has fallen silent by then whether or not that is recorded', () => {
    expect([at('07'), at('08'), at('12')].map(({ silences }) => silences.map(({ type }) => type))).toEqual([
      [],
      ['DueSoon'],
      ['DueSoon', 'Overdue'],
    ]);
  });

  it('was not overdue before, though it is recorded that it was later', () => {
    const later = at('12').situation;
    const { silences, situation } = inTime(complaint, later, '2018-06-10T09:00:00+08:00', usualCircumstances);
    expect(silences).toEqual([{ type: 'SilenceWithdrawn', data: { clock: 'answer' }, at: '2018-06-10T09:00:00+08:00' }]);
    expect(situation.clocks?.['answer']).toEqual({ due, nearAt: '2018-06-08T00:00:00+08:00' });
  });
});
