import { isWorkingDay } from '@app/cases';
import { defaultUnits } from '@app/config';
import type { CaseFacts } from '@app/projections';
import { checkDeclaration, compare, forms, yongshun2018 } from '@app/reports';
import { rehearse } from '../rehearsal/rehearse';
import { entriesOf, factsOf, reportOf } from '../rehearsal/totals';
import { planYear } from './plan-year';
import { dateOf, isWorkingTime } from './working-time';

const plan = planYear();
const { log } = rehearse(plan);
const facts = factsOf(log);

const declaredOf = ({ figures }: typeof plan) => new Map(figures.map((figure) => [figure.code, figure]));

const count = (conditions: Partial<CaseFacts>): number =>
  facts.filter((row) => Object.entries(conditions).every(([column, value]) => row[column as keyof CaseFacts] === value)).length;

describe('the demo year 2018', () => {
  it.each([
    ['complaint', 772],
    ['letter', 128],
    ['proposal', 159],
    ['inquiry', 52],
    ['disclosure', 6],
  ])('closes and answers as many cases as published: %s %i', (case_type, published) => {
    expect(count({ case_type, closed_year: 2018 })).toBe(published);
    expect(count({ case_type, answered_year: 2018 })).toBe(published);
    expect(count({ case_type, answered_year: 2018, closed_year: 2018 })).toBe(published);
  });

  it('has 751 satisfied among 772 rated complaints', () => {
    const ratings = entriesOf(facts, 'satisfaction').filter(({ year, case_type }) => year === 2018 && case_type === 'complaint');
    const replies = ratings.map(({ rating }) => rating);
    expect(replies).toHaveLength(772);
    expect(replies.filter((reply) => reply === 'satisfied')).toHaveLength(751);
    expect(replies.filter((reply) => reply === 'basically-satisfied' || reply === 'dissatisfied')).toHaveLength(21);
  });

  it('crosses both ends of the year', () => {
    expect(count({ case_type: 'complaint', received_year: 2017, closed_year: 2018 })).toBe(21);
    expect(count({ case_type: 'complaint', received_year: 2018, closed_year: 2019 })).toBe(17);
    expect(count({ case_type: 'complaint', received_year: 2017, closed_year: 2017 })).toBe(9);
    for (const case_type of ['letter', 'inquiry']) {
      expect(count({ case_type, received_year: 2017, closed_year: 2018 })).toBeGreaterThan(2);
      expect(count({ case_type, received_year: 2018, closed_year: 2019 })).toBeGreaterThan(2);
    }
    const proceedingsUnderWay = 4;
    expect(count({ status: 'closed' })).toBe(facts.length - proceedingsUnderWay - count({ status: 'merged' }));
  });

  it('has six requests, all on time, and proceedings of which one has ended', () => {
    const requests = { case_type: 'disclosure', received_year: 2018, timing: 'on-time' };
    expect(['online', 'letter', 'in-person'].map((channel) => count({ ...requests, channel }))).toEqual([4, 1, 1]);
    expect(['not-this-agency', 'told-to-amend', 'not-stated'].map((outcome) => count({ ...requests, outcome }))).toEqual([4, 1, 1]);
    expect(count({ case_type: 'proceeding', kind: 'reconsideration', received_year: 2018, outcome: null })).toBe(4);
    expect(count({ case_type: 'proceeding', kind: 'litigation', received_year: 2018, closed_year: 2018, outcome: 'upheld' })).toBe(1);
  });

  it('is late now and then, as offices are', () => {
    expect(count({ case_type: 'complaint', timing: 'late' })).toBeGreaterThan(3);
    expect(count({ case_type: 'complaint', timing: 'late' })).toBeLessThan(40);
    expect(count({ case_type: 'proposal', timing: 'late' })).toBeLessThan(12);
  });

  const published = Object.values(forms).filter(({ id }) => Object.hasOwn(yongshun2018.forms, id));

  it.each(published.map((form) => [form.id, form] as const))('fills in %s as published', (_, form) => {
    const { lines, checks, different } = compare(form, reportOf(form, 2018, log, declaredOf(plan)), yongshun2018);
    expect([...lines, ...checks].filter(({ status }) => status === 'different')).toEqual([]);
    expect(different).toBe(0);
  });

  it('declares only what can be declared', () => {
    expect(plan.figures.flatMap(({ code, value }) => checkDeclaration(code, value) ?? [])).toEqual([]);
  });
});

describe('cases of the demo year', () => {
  const taken = (command: string): number => log.filter(({ type }) => type === command).length;
  const share = (holds: (row: CaseFacts) => boolean, case_type: string): number =>
    (100 * facts.filter((row) => row.case_type === case_type && holds(row)).length) / count({ case_type });

  it.each<[string, string, (row: CaseFacts) => boolean, number, number]>([
    ['complaint', 'call the caller', ({ contacted_on }) => contacted_on !== null, 55, 85],
    ['complaint', 'are extended', ({ timing }) => timing === 'extended', 0.8, 3],
    ['complaint', 'are returned', ({ returns }) => returns > 0, 0.4, 2.5],
    ['complaint', 'are sent back', ({ reworks }) => reworks > 0, 0.6, 3],
    ['complaint', 'are escalated', ({ level }) => level > 0, 0.8, 5],
    ['complaint', 'bear an instruction', ({ instructed }) => instructed === 1, 0.3, 3],
    ['complaint', 'are tried in vain at first', ({ attempts }) => attempts > 0, 5, 18],
    ['complaint', 'say whether it is solved', ({ resolution, attitude }) => resolution !== null && attitude !== null, 90, 100],
    ['letter', 'bear an instruction', ({ instructed }) => instructed === 1, 20, 50],
    ['letter', 'are published', ({ published_on }) => published_on !== null, 25, 60],
    ['inquiry', 'are published', ({ published_on }) => published_on !== null, 75, 100],
    ['proposal', 'are filed', ({ filed_on }) => filed_on !== null, 100, 100],
    ['proposal', 'meet their proposers', ({ met_on }) => met_on !== null, 25, 55],
    ['proposal', 'keep a promise', ({ promise }) => promise === 'fulfilled', 5, 20],
    ['disclosure', 'are served', ({ served_on }) => served_on !== null, 100, 100],
  ])('%s: some %s', (case_type, _, holds, least, most) => {
    expect(share(holds, case_type)).toBeGreaterThanOrEqual(least);
    expect(share(holds, case_type)).toBeLessThanOrEqual(most);
  });

  it('are answered for by several units now and then, each with its part', () => {
    expect(taken('ComplaintCoAssigned')).toBeGreaterThan(5);
    expect(taken('ComplaintCoReplied')).toBe(taken('ComplaintCoAssigned'));
    expect(taken('ProposalCoAssigned')).toBeGreaterThan(15);
    expect(taken('ProposalCoReplied')).toBe(taken('ProposalCoAssigned'));
  });

  it('are merged when the same caller rings again, and counted once', () => {
    const merged = facts.filter(({ status }) => status === 'merged');
    expect(merged).toHaveLength(3);
    expect(taken('ComplaintDuplicateJoined')).toBe(3);
    for (const { merged_into, matter, closed_on } of merged) {
      expect(closed_on).toBeNull();
      expect(count({ case_id: merged_into ?? '', matter, status: 'closed', closed_year: 2018 })).toBe(1);
    }
  });

  it('that were sent back for rework are rated by what the caller says last', () => {
    const firstSaid = facts.filter(({ first_rating, rating }) => first_rating === 'dissatisfied' && rating !== 'dissatisfied');
    expect(firstSaid.length).toBeGreaterThan(0);
    for (const { reworks, answered_on, first_answered_on } of firstSaid) {
      expect(reworks).toBe(1);
      expect(String(answered_on) > String(first_answered_on)).toBe(true);
    }
  });

  it('keep what was promised, or explain why not', () => {
    expect(taken('ProposalPromiseGivenUp')).toBeGreaterThan(0);
    expect(taken('ProposalPromiseFulfilled') + taken('ProposalPromiseGivenUp')).toBe(taken('ProposalPromised'));
  });
});

describe('the steps of the demo year', () => {
  it('follow each other within a case', () => {
    for (const { key, steps } of plan.cases) {
      const moments = steps.map(({ at }) => Date.parse(at));
      expect([key, moments]).toEqual([key, moments.toSorted((a, b) => a - b)]);
    }
  });

  it('are taken by staff in office hours of working days', () => {
    const taken = [...plan.cases.flatMap(({ steps }) => steps), ...plan.figures].filter(({ actor }) => !actor.roles.includes('intake'));
    const odd = taken.filter(({ at }) => !isWorkingTime(Date.parse(at)) || !isWorkingDay(dateOf(Date.parse(at))));
    expect(odd).toEqual([]);
  });

  it('go to units that exist', () => {
    const codes = defaultUnits.map(({ code }) => code);
    const units = plan.cases.flatMap(({ steps }) => steps.flatMap(({ body, actor }) => [body.unit ?? actor.unit, actor.unit]));
    expect([...new Set(units)].filter((unit) => !codes.some((code) => code === unit))).toEqual([]);
  });

  it('are reported under ids that no other event has', () => {
    const ids = plan.cases.flatMap(({ steps }) => steps.flatMap((step) => (step.kind === 'intake' ? step.event.id : [])));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(1_400);
  });
});

describe('the texts of the demo year', () => {
  const texts = (ofType: string, command: string): unknown[] =>
    plan.cases
      .filter(({ type }) => type === ofType)
      .flatMap(({ steps }) => steps.filter((step) => step.command === command).map(({ body }) => body.text));

  it('vary', () => {
    expect(new Set(texts('complaint', 'RegisterComplaint')).size).toBeGreaterThan(700);
    expect(new Set(texts('complaint', 'AnswerComplaint')).size).toBeGreaterThan(500);
    expect(new Set(texts('proposal', 'RegisterProposal')).size).toBeGreaterThan(25);
  });

  it('have every word filled in', () => {
    expect(JSON.stringify(plan)).not.toMatch(/[{]\w+[}]|undefined|。。|，。/);
  });
});

describe('another seed', () => {
  it('gives another story with the same figures', () => {
    const other = planYear(7);
    const { log: otherLog } = rehearse(other);
    expect(JSON.stringify(other.cases)).not.toEqual(JSON.stringify(plan.cases));
    for (const form of Object.values(forms)) {
      const cells = (of: typeof plan, events: typeof log) => reportOf(form, 2018, events, declaredOf(of)).cells;
      expect(cells(other, otherLog)).toEqual(cells(plan, log));
    }
  });

  it('is not needed to get the same plan again', () => {
    expect(planYear(2018)).toEqual(plan);
  });
});
