import type { Milestone } from '@app/cases';
import { on, recorded } from '@app/testing';
import fc from 'fast-check';
import { bearsOnCounts, countedFacts } from './bearing';
import type { CaseFacts } from './case-facts';
import { caseFacts } from './case-facts.projection';
import { foldAlone } from './fold-alone';
import type { ProjectedEvent } from './projection';

const milestones = (Object.keys(bearsOnCounts) as Milestone[]).filter((milestone) => milestone !== 'received');

const day = fc.integer({ min: 1, max: 300 }).map((n) => new Date(Date.UTC(2018, 0, n)).toISOString().slice(0, 10));

const due = day.map((end) => ({ on: end, rule: 'r', calendar: '2018', soon: end }));

const corrections = fc.constantFrom(
  { fact: 'outcome', was: 'granted', now: 'refused-privacy' },
  { fact: 'kind', was: 'help', now: 'complaint' },
  { fact: 'answered_on', was: '2018-03-01', now: '2017-12-30' },
  { fact: 'closed_on', was: null, now: '2019-01-02' },
  { fact: 'rating', was: null, now: 'satisfied' },
  { fact: 'received_on', was: '2018-01-01', now: '2017-12-31' },
  { fact: 'matter', was: '路灯', now: '供水' },
);

const happenings = fc.record({
  milestone: fc.constantFrom(...milestones),
  day,
  due: fc.option(due, { freq: 4, nil: undefined }),
  limits: fc.option(fc.constant({ 'sign-in': null }), { freq: 4, nil: undefined }),
  unit: fc.constantFrom('roads', 'parks'),
  clock: fc.constantFrom('answer', 'sign-in'),
  corrected: corrections,
  rating: fc.constantFrom('satisfied', 'dissatisfied'),
  outcome: fc.constantFrom('granted', 'refused-privacy'),
});

/** Everything that any of the milestones promises. */
const eventOf = ({ milestone, day: date, corrected, ...data }: typeof happenings extends fc.Arbitrary<infer H> ? H : never) => {
  const all = {
    ...data,
    ...corrected,
    since: date,
    why: 'fee',
    into: 'first',
    to: 'first',
    status: 'handling',
    level: 1,
    accused: ['roads'],
  };
  return on(
    'complaint-1',
    milestone,
    { ...all, publication: 'public', disposal: 'withdrawn', ground: 'g' },
    { milestone, at: `${date}T10:00:00+08:00` },
  );
};

const begun = on(
  'complaint-1',
  'received',
  { caseNumber: 'RX-1', channel: 'phone', due: { on: '2018-02-01', rule: 'r', calendar: '2018' } },
  {
    milestone: 'received',
    at: '2018-01-01T10:00:00+08:00',
  },
);

const countedOf = (events: readonly ProjectedEvent[]): Partial<CaseFacts> => {
  const facts = events.reduce<CaseFacts | undefined>((row, event) => foldAlone(caseFacts, row, event), undefined)!;
  return Object.fromEntries(countedFacts.map((column) => [column, facts[column]]));
};

const bears = ({ milestone, data }: ProjectedEvent): boolean => bearsOnCounts[milestone!] || data['due'] !== undefined;

describe('events that bear on no count', () => {
  it('may be left out: the facts that are counted are the same without them', () => {
    fc.assert(
      fc.property(fc.array(happenings, { minLength: 1, maxLength: 12 }), (all) => {
        const log = recorded([begun, ...all.map(eventOf)]);
        expect(countedOf(log.filter(bears))).toEqual(countedOf(log));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(milestones.filter((milestone) => bearsOnCounts[milestone]))('are not %s', (milestone) => {
    const matters = fc
      .tuple(fc.array(happenings, { maxLength: 4 }), happenings, fc.array(happenings, { maxLength: 4 }))
      .map(([before, it, after]) => {
        const log = recorded([begun, ...[...before, { ...it, milestone, due: undefined }, ...after].map(eventOf)]);
        return [countedOf(log), countedOf(log.filter((event) => event.milestone !== milestone))];
      });
    expect(
      fc.sample(matters, { numRuns: 1_500, seed: 2018 }).some(([with_, without]) => JSON.stringify(with_) !== JSON.stringify(without)),
    ).toBe(true);
  });
});
