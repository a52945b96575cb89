import {
  businessDate,
  type CaseEvent,
  caseTypes,
  type CaseType,
  eventDefinition,
  evolve,
  isRejection,
  nextSilenceAt,
  type Situation,
} from '@app/cases';
import { type CaseFacts, caseFactsTable, type ProjectedEvent, projections, type RowProjection, type View } from '@app/projections';
import { historiesOf, type Step, usualCircumstances } from '@app/testing';
import fc from 'fast-check';
import { decideInTime } from '../commands/in-time';

const facts = projections.find(({ table }) => table.name === caseFactsTable.name) as RowProjection<CaseFacts>;
const alarms = facts.derived?.find(({ table }) => table.name === 'alarms') as View<CaseFacts, { wake_on: string }>;

const hour = 3_600_000;
const start = Date.parse('2018-01-02T09:00:00+08:00');

interface Case {
  readonly state: Situation;
  readonly row: CaseFacts | undefined;
  readonly revision: number;
}

const projected = (caseType: CaseType, { type, data }: CaseEvent, occurredAt: string, revision: number): ProjectedEvent => ({
  position: revision + 1,
  stream: `${caseType.name}-1`,
  revision,
  category: caseType.name,
  id: '1',
  type,
  milestone: eventDefinition(caseType, type)?.milestone,
  occurredAt,
  recordedAt: occurredAt,
  by: { id: 'x', unit: 'gov-office' },
  data: JSON.parse(JSON.stringify(data)),
});

/** The case after a command that is given at `at`, with the silences before it. */
const after = (caseType: CaseType, before: Case, { command, context }: Step, at: string): Case => {
  const decision = decideInTime(caseType, before.state, command, { ...context, at });
  if (isRejection(decision)) return before;
  return decision.reduce<Case>(({ state, row, revision }, event) => {
    const happenedAt = event.at ?? at;
    const folded = facts.fold(row, projected(caseType, event, happenedAt, revision));
    return { state: evolve(caseType, state, event, happenedAt), row: { ...row, ...folded } as CaseFacts, revision: revision + 1 };
  }, before);
};

// What the timer goes by are rows, and what is to be recorded is decided on the case itself: the two must not come apart.
describe.each(Object.values(caseTypes) as readonly CaseType[])('a $name in which something is to be recorded', (caseType) => {
  const gaps = fc.array(fc.integer({ min: 0, max: 24 * 20 }), { minLength: 30, maxLength: 30 });

  it('has an alarm by then, whatever has happened to it', () => {
    let seen = 0;
    fc.assert(
      fc.property(historiesOf(caseType), gaps, (history, hours) => {
        let now = start;
        let it: Case = { state: caseType.initial, row: undefined, revision: 0 };
        for (const [index, step] of history.entries()) {
          now += (hours[index] ?? 0) * hour;
          it = after(caseType, it, step, new Date(now).toISOString());
          const next = it.row && nextSilenceAt(caseType, it.state, usualCircumstances);
          if (!it.row || next === undefined) continue;
          seen += 1;
          const wakeOn = alarms.of(it.row)?.wake_on ?? 'never';
          expect([wakeOn <= businessDate(next), wakeOn, next]).toEqual([true, wakeOn, next]);
        }
      }),
      { numRuns: 150 },
    );
    expect(seen).toBeGreaterThan(10);
  });
});
