import { caseTypes } from '@app/cases';
import { CloudEvent } from 'cloudevents';
import type { DemoPlan } from '../plan/demo-plan';
import { planYear } from '../plan/plan-year';
import { type RehearsalServer, startRehearsal } from '../rehearsal/api';
import { factsOf } from '../rehearsal/totals';
import { LoadingStopped } from './api';
import { cloudEventOf } from './cloud-events';
import { type Loaded, loadPlan } from './load-plan';
import { weeksOf } from './schedule';

const year = planYear();
/** Nine thousand requests, on a busy machine. */
const wholeYear = 120_000;

const silent = (): void => {};

/** The cases of some types only, to be quick. */
const only = (...types: string[]): DemoPlan => ({ ...year, cases: year.cases.filter(({ type }) => types.includes(type)) });

describe('loading the demo year', () => {
  const told: number[] = [];
  let server: RehearsalServer;
  let loaded: Loaded;
  beforeAll(async () => {
    server = await startRehearsal();
    loaded = await loadPlan(year, server, (done) => told.push(done));
  }, wholeYear);
  afterAll(() => server.stop());

  /** What a request asks the rules to do: a batch reports several steps. */
  const stepsIn = ({ path, body }: RehearsalServer['requests'][number]): unknown[] => {
    if (path === '/intake/events') return body;
    return path.startsWith('/cases/') ? [body] : [];
  };

  it('plays every step and declares every figure', () => {
    expect(loaded).toMatchObject({ cases: year.cases.length, figures: year.figures.length, position: server.office.log.length });
    expect(server.requests.flatMap(stepsIn)).toHaveLength(loaded.steps);
    expect(server.declared.size).toBe(year.figures.length);
    expect(told.at(-1)).toBe(loaded.steps + loaded.figures);
    expect(
      factsOf(server.office.log).filter(({ case_type, closed_year }) => case_type === 'complaint' && closed_year === 2018),
    ).toHaveLength(772);
  });

  it('numbers cases in the order in which they were received', () => {
    for (const case_type of Object.keys(caseTypes)) {
      const facts = factsOf(server.office.log).filter((row) => row.case_type === case_type);
      const received = facts.toSorted((a, b) => a.case_number.localeCompare(b.case_number)).map(({ received_on }) => received_on);
      expect(received).toEqual(received.toSorted());
    }
  });

  it('follows the year in the log, but for the days of a week', () => {
    let latest = 0;
    // By the commands: a silence is recorded with the next of them, however long after it fell.
    for (const { recordedAt } of server.office.log) {
      const at = Date.parse(recordedAt);
      expect(latest - at).toBeLessThan(7 * 86_400_000);
      latest = Math.max(latest, at);
    }
  });

  it('posts events in batches', () => {
    const batches = server.requests.filter(({ path }) => path === '/intake/events').map(({ body }) => body.length);
    expect(Math.max(...batches)).toBeGreaterThan(10);
    expect(Math.max(...batches)).toBeLessThanOrEqual(100);
  });

  it('waits until intake can find a case before it reports more about it', () => {
    const waits = server.requests.filter(({ path }) => path.startsWith('/reports?minPosition='));
    expect(waits.length).toBeGreaterThan(20);
  });

  it(
    'changes nothing when it is repeated',
    async () => {
      const before = server.office.log.length;
      expect(await loadPlan(year, server, silent)).toEqual(loaded);
      expect(server.office.log).toHaveLength(before);
    },
    wholeYear,
  );
});

describe('loading', () => {
  let server: RehearsalServer;
  beforeEach(async () => {
    server = await startRehearsal();
  });
  afterEach(() => server.stop());

  const load = (plan: DemoPlan) => loadPlan(plan, server, silent);

  it('gives every staff command a key of its own, and the same one each time', async () => {
    await load(only('letter', 'proposal'));
    const keys = server.requests.flatMap(({ key }) => key ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain('demo-letter-2018-0001-2');
  });

  it('links a proceeding to the request it contests', async () => {
    await load(only('disclosure', 'proceeding'));
    const contested = server.office.log.flatMap(({ type, data }) => (type === 'ProceedingFiled' && data.contests ? [data.contests] : []));
    const requests = server.office.log.flatMap(({ type, id }) => (type === 'DisclosureRegistered' ? [id] : []));
    expect(contested).toHaveLength(3);
    expect(requests).toEqual(expect.arrayContaining(contested.map((each: any) => each.id)));
  });

  it('merges a second call into the case of the first', async () => {
    await load(only('complaint'));
    const lastOf = new Map(server.office.log.map(({ id, type }) => [id, type]));
    const merged = server.office.log.flatMap(({ type, id, data }) => (type === 'ComplaintMerged' ? [{ id, into: String(data.into) }] : []));
    expect(merged).toHaveLength(3);
    for (const { id, into } of merged) expect([lastOf.get(id), lastOf.get(into)]).toEqual(['ComplaintMerged', 'ComplaintClosed']);
  });

  it('stops at a step that is refused, and names it', async () => {
    server.answerWith = (path) => (path.endsWith('/sign-in') ? { status: 409, body: { title: '不能签收', detail: 'not now' } } : undefined);
    await expect(load(only('proposal'))).rejects.toThrow(
      /^proposal-2018-\d{4}, step 4 of \d+ \(SignInProposal, .*\): 409 不能签收 - not now$/,
    );
  });

  it('stops at an event that is not recorded', async () => {
    server.answerWith = (path, body) =>
      path === '/intake/events'
        ? { status: 202, body: { receipts: body.map(() => ({ status: 'parked', reason: 'its case is not here' })) } }
        : undefined;
    await expect(load(only('complaint'))).rejects.toThrow(
      /^YS12345-2017-000001, step 1 of \d \(RegisterComplaint, .*\): parked "its case is not here"$/,
    );
  });

  it('stops when nobody answers', async () => {
    await server.stop();
    await expect(load(only('disclosure'))).rejects.toThrow(LoadingStopped);
  });
});

describe('an event of the hotline', () => {
  it('is a CloudEvent with the upstream number as its subject and the moment of the call as its time', () => {
    const [first] = year.cases.filter(({ type }) => type === 'complaint');
    const step = first?.steps[0];
    if (step?.kind !== 'intake') throw new Error('the first step is a call');
    const event = cloudEventOf(first!, step);
    expect(event).toBeInstanceOf(CloudEvent);
    expect(event.toJSON()).toMatchObject({
      specversion: '1.0',
      type: 'cn.huiying.intake.complaint.received.v1',
      source: 'urn:huiying:yongshun:12345',
      subject: 'YS12345-2017-000001',
      id: 'YS12345-2017-000001-received',
      data: step.body,
    });
    expect(Date.parse(String(event.toJSON().time))).toBe(Date.parse(step.at));
  });
});

describe('the schedule', () => {
  it('has every step once', () => {
    const dues = weeksOf(year).flatMap(({ openings, later }) => [...openings, ...later.flat()]);
    expect(new Set(dues.map(({ of, number }) => `${of.key} ${number}`)).size).toBe(
      year.cases.reduce((sum, { steps }) => sum + steps.length, 0),
    );
  });
});
