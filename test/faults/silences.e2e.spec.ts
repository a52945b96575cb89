import { EventStore, newEventId } from '@app/event-store';
import fc from 'fast-check';
import { expectProblem } from '../support/answer';
import { capturedLog } from '../support/captured-log';
import { DrivenClock } from '../support/driven-clock';
import { complaintForm, disclosureForm, inquiryForm, letterForm } from '../support/forms';
import { archivist, clerk, operator, waterStaff } from '../support/people';
import { type RunningServer, serversForSpecs } from '../support/running-server';

const { start, newFolder } = serversForSpecs();

const at = (day: string, time = '10:00') => `2018-${day}T${time}:00+08:00`;

const serverAt = async (instant: string, folder = newFolder()): Promise<RunningServer> => {
  const server = await start(folder, false, { clock: new DrivenClock(instant) });
  await server.advanceTo(instant);
  return server;
};

/** What happened to a case, as it stands in the log. */
const story = async (server: RunningServer, type: string, id: string) =>
  (await server.get(EventStore).readStream(`${type}-${id}`)).map((event) => {
    const { occurredAt, by, rules, worked } = JSON.parse(event.metadata);
    return { type: event.type, on: new Date(occurredAt).toISOString(), by: by.id, rules, worked, data: JSON.parse(event.data) };
  });

const silences = async (server: RunningServer, id: string, type = 'complaint') =>
  (await story(server, type, id))
    .filter(({ by }) => by === 'clock')
    .map(({ type: name, on, data }) => [name, data.clock, new Date(Date.parse(on) + 8 * 3_600_000).toISOString().slice(0, 10)].join(' '));

/** Of a complaint received on Monday, 4 June 2018 with which nothing is done: five working days. */
const ofTheAnswer = ['DueSoon answer 2018-06-08', 'Overdue answer 2018-06-12'];

const catchUp = async (server: RunningServer) => (await server.as(operator)).post('/clock/catch-up');

describe('a case in which nobody acts', () => {
  it('has it recorded on the day on which its term runs out, and not before', async () => {
    // Seven minutes past the hour, so that it is no hourly round that finds it.
    const server = await serverAt(at('06-04', '10:07'));
    const id = await (await server.as(clerk)).register('complaint', complaintForm);
    await server.advanceTo(at('06-07', '23:59'));
    expect(await silences(server, id)).toEqual([]);
    await server.advanceTo(at('06-08', '00:00'));
    expect(await silences(server, id)).toEqual(ofTheAnswer.slice(0, 1));
    await server.advanceTo(at('06-11', '23:59'));
    expect(await silences(server, id)).toEqual(ofTheAnswer.slice(0, 1));
    await server.advanceTo(at('06-12', '00:00'));
    expect(await silences(server, id)).toEqual(ofTheAnswer);
    const { body: facts } = await (await server.as(clerk)).get(`/cases/complaint/${id}`);
    expect(facts).toMatchObject({ overdue: 1, overdueOn: '2018-06-12' });
  });

  it('has it recorded at the minute at which a term in hours runs out', async () => {
    const rules = { editions: [{ edition: 'hours', from: '2018-01-01', complaint: { signIn: { amount: 2, unit: 'hour' } } }] };
    const clock = new DrivenClock(at('06-04'));
    const server = await start(newFolder(), false, { clock, rules });
    const office = await server.as(clerk);
    const id = await office.register('complaint', complaintForm);
    await server.advanceTo(at('06-04', '10:10'));
    await office.does('complaint', id, 'route', { unit: 'water-resources' });
    await server.advanceTo(at('06-04', '12:09'));
    expect(await silences(server, id)).toEqual([]);
    await server.advanceTo(at('06-04', '12:10'));
    expect(await silences(server, id)).toEqual(['Overdue sign-in 2018-06-04']);
  });

  it('has it recorded once, with the days on which it fell, when the server was down over them', async () => {
    const before = await serverAt(at('06-04'));
    const office = await before.as(clerk);
    const [first, second] = [await office.register('complaint', complaintForm), await office.register('complaint', complaintForm)];
    await before.settled();
    await before.stop();

    const after = await serverAt(at('07-20'), before.folder);
    for (const id of [first, second]) expect(await silences(after, id)).toEqual(ofTheAnswer);
    expect((await after.ask('/readyz')).body.silences).toEqual({ upTo: new Date(at('07-20')).toISOString(), unsettled: 0, failed: 0 });
    const head = await after.head();
    await after.stop();

    const again = await serverAt(at('07-21'), before.folder);
    expect(await again.head()).toBe(head);
  });

  it('has it recorded beside a case that cannot be read', async () => {
    const log = capturedLog();
    const clock = new DrivenClock(at('06-04'));
    const server = await start(newFolder(), log, { clock });
    const office = await server.as(clerk);
    const [bad, good] = [await office.register('complaint', complaintForm), await office.register('complaint', complaintForm)];
    const metadata = JSON.stringify({ occurredAt: at('06-05'), by: { id: 'x', unit: 'y' } });
    await server.settled();
    await server
      .get(EventStore)
      .append(`complaint-${bad}`, 'any', [{ id: newEventId(), type: 'ComplaintTeleported', data: '{}', metadata }]);
    await server.stop();

    const restarted = await start(server.folder, log, { clock });
    await restarted.advanceTo(at('06-20'));
    expect(await silences(restarted, good)).toEqual(ofTheAnswer);
    expect(await silences(restarted, bad)).toEqual([]);
    expect((await restarted.ask('/readyz')).body).toMatchObject({ ready: true, silences: { failed: 1 } });
    expect((await restarted.ask('/metrics')).text).toMatch(/^huiying_silences_failed_cases 1$/m);
    expect(log.lines.filter((line) => line.includes(`complaint ${bad} are not recorded`))).toHaveLength(1);
  });
});

describe('a case that is entered late', () => {
  const backdated = async (server: RunningServer) => {
    const office = await server.as(archivist);
    return office.register('complaint', { ...complaintForm, occurredAt: at('06-04') });
  };

  it('is left alone until nothing more has been entered for ten minutes', async () => {
    const server = await serverAt(at('09-03'));
    const id = await backdated(server);
    await server.advanceTo(at('09-03', '10:09'));
    expect(await silences(server, id)).toEqual([]);
    await server.advanceTo(at('09-03', '10:12'));
    expect(await silences(server, id)).toEqual(ofTheAnswer);
  });

  it('is looked through at once when an operator says that it has been entered, and once only', async () => {
    const server = await serverAt(at('09-03'));
    const id = await backdated(server);
    const { status, body } = await catchUp(server);
    expect({ status, body }).toEqual({ status: 200, body: { cases: 1, events: 2, upTo: new Date(at('09-03')).toISOString() } });
    expect(await silences(server, id)).toEqual(ofTheAnswer);
    await server.settled();
    expect((await catchUp(server)).body).toMatchObject({ cases: 0, events: 0 });
  });

  it('is looked through by operators alone, and never beyond today', async () => {
    const server = await serverAt(at('06-05'));
    const id = await backdated(server);
    expectProblem(await (await server.as(clerk)).post('/clock/catch-up'), 403, 'forbidden');
    const operating = await server.as(operator);
    expect((await operating.post('/clock/catch-up', { until: '2030-01-01T00:00:00Z' })).body).toMatchObject({ cases: 0 });
    expectProblem(await operating.post('/clock/catch-up', { until: 'tomorrow' }), 400, 'malformed');
    expect(await silences(server, id)).toEqual([]);
  });

  it('takes back that it was overdue when an answer is entered that had come in time', async () => {
    const server = await serverAt(at('06-04'));
    const [office, water] = [await server.as(archivist), await server.as(waterStaff)];
    const id = await office.register('complaint', complaintForm);
    await office.does('complaint', id, 'route', { unit: 'water-resources' });
    await water.does('complaint', id, 'sign-in');
    await server.advanceTo(at('06-14'));
    expect((await silences(server, id)).filter((line) => line.includes('answer'))).toEqual(ofTheAnswer);

    const { body: answered } = await water.does('complaint', id, 'answer', { text: '已修', occurredAt: at('06-08', '15:00') });
    expect(answered.events).toContain('ComplaintAnswered');
    const withdrawn = (await story(server, 'complaint', id)).filter(({ type }) => type === 'SilenceWithdrawn');
    expect(withdrawn).toMatchObject([{ on: new Date(at('06-08', '15:00')).toISOString(), by: 'clock', data: { clock: 'answer' } }]);
    const { body: facts } = await office.get(`/cases/complaint/${id}?minPosition=${answered.position}`);
    expect(facts).toMatchObject({ answeredOn: '2018-06-08', timing: 'on-time', overdue: 0 });
  });
});

describe('the past of an office', () => {
  const forms = { complaint: complaintForm, letter: letterForm, inquiry: inquiryForm, disclosure: disclosureForm } as const;
  type Type = keyof typeof forms;

  interface Step {
    readonly at: string;
    readonly case: number;
    readonly command: string;
    readonly body: object;
    readonly by: 'office' | 'unit';
  }

  const ways: readonly Pick<Step, 'command' | 'body' | 'by'>[] = [
    { command: 'route', body: { unit: 'water-resources' }, by: 'office' },
    { command: 'sign-in', body: {}, by: 'unit' },
    { command: 'answer', body: { text: '已办理' }, by: 'unit' },
    { command: 'close', body: {}, by: 'office' },
  ];

  const minutes = (count: number) => new Date(Date.parse(at('06-04', '00:00')) + count * 60_000).toISOString();
  const gap = fc.oneof(
    fc.integer({ min: 0, max: 20 * 1440 }),
    fc.integer({ min: 0, max: 14 }).map((days) => days * 1440),
  );

  /** Some cases, each taken so far along the simple way, with so many minutes before each step. */
  const plans = fc.array(
    fc.record({
      type: fc.constantFrom<Type>('complaint', 'letter', 'inquiry', 'disclosure'),
      gaps: fc.array(gap, { minLength: 1, maxLength: 5 }),
    }),
    { minLength: 2, maxLength: 4 },
  );

  const stepsOf = (plan: readonly { type: Type; gaps: readonly number[] }[]): readonly Step[] =>
    plan
      .flatMap(({ type, gaps }, index) => {
        let time = 0;
        return gaps.map((minutesBefore, number): Step => {
          time += minutesBefore;
          const way = ways[number - 1] ?? { command: 'register', body: forms[type], by: 'office' };
          return { ...way, at: minutes(time), case: index };
        });
      })
      .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));

  const play = async (server: RunningServer, plan: readonly { type: Type }[], steps: readonly Step[], lived: boolean) => {
    const people = { office: await server.as(archivist), unit: await server.as(waterStaff) };
    const ids: string[] = [];
    for (const step of steps) {
      if (lived) await server.advanceTo(step.at);
      const type = plan[step.case]?.type ?? 'complaint';
      const body = lived ? step.body : { ...step.body, occurredAt: step.at };
      const id = ids[step.case];
      if (id === undefined) ids[step.case] = await people.office.register(type, body);
      else await people[step.by].act(type, id, step.command, body);
    }
    return ids;
  };

  const end = at('10-08', '09:00');

  it('is the same whether it was lived day by day or entered afterwards', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const steps = stepsOf(plan);
        const lived = await serverAt(minutes(0));
        const livedIds = await play(lived, plan, steps, true);
        await lived.advanceTo(end);
        const late = await serverAt(end);
        const lateIds = await play(late, plan, steps, false);
        await catchUp(late);
        for (const [index, { type }] of plan.entries()) {
          const told = await story(late, type, lateIds[index] ?? '');
          expect(told.length).toBeGreaterThan(1);
          expect(told).toEqual(await story(lived, type, livedIds[index] ?? ''));
        }
        await Promise.all([lived.stop(), late.stop()]);
      }),
      { numRuns: 6 },
    );
  });
});
