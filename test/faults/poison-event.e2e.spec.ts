import { EventStore, newEventId } from '@app/event-store';
import { expectProblem } from '../support/answer';
import { complaintForm, disclosureForm } from '../support/forms';
import { archivist, operator } from '../support/people';
import { type RunningServer, serversForSpecs } from '../support/running-server';
import type { Staff } from '../support/staff';

const { start } = serversForSpecs();

let server: RunningServer;
let office: Staff;
let operating: Staff;

/** Puts an event into a stream that nothing in the program would write. */
const poison = (stream: string, type: string, data: string, metadata?: string) =>
  server.get(EventStore).append(stream, 'any', [
    {
      id: newEventId(),
      type,
      data,
      metadata: metadata ?? JSON.stringify({ occurredAt: '2018-06-04T09:00:00Z', by: { id: 'nobody', unit: 'nowhere' } }),
    },
  ]);

beforeEach(async () => {
  server = await start();
  [office, operating] = [await server.as(archivist), await server.as(operator)];
});

afterEach(() => server.stop());

describe('an event that cannot be projected', () => {
  it.each([
    ['of an unknown case', 'complaint-{id}', 'ComplaintRouted', '{}', undefined],
    ['whose data is no object', 'complaint-{id}', 'ComplaintRouted', 'null', undefined],
    ['whose data is no JSON', 'complaint-{id}', 'ComplaintRouted', '{"unit":', undefined],
    ['whose metadata is no JSON', 'complaint-{id}', 'ComplaintRouted', '{"unit":"transport"}', 'nonsense'],
    ['that happened at no time', 'complaint-{id}', 'ComplaintRouted', '{"unit":"transport"}', '{"by":{"id":"x","unit":"y"}}'],
    ['that nobody did', 'complaint-{id}', 'ComplaintRouted', '{"unit":"transport"}', '{"occurredAt":"2018-06-04T09:00:00Z"}'],
  ])('parks its case alone: %s', async (what, stream, type, data, metadata) => {
    const [bad, good] = [await office.register('complaint', complaintForm), await office.register('complaint', complaintForm)];
    const name = what === 'of an unknown case' ? 'complaint-01890000-0000-7000-8000-0000000000ff' : stream.replace('{id}', bad);
    const { position } = await poison(name, type, data, metadata);
    const { body } = await office.does('complaint', good, 'route', { unit: 'transport' });

    expect((await office.get(`/cases/complaint/${good}?minPosition=${body.position}`)).body.status).toBe('routed');
    await server.settled();
    expect((await server.ask('/readyz')).body).toMatchObject({ ready: true, rows: { parkedCases: 1, behind: 0 }, policies: { behind: 0 } });
    expect((await server.ask('/metrics')).text).toMatch(/^huiying_parked_cases 1$/m);
    const { body: parked } = await operating.get('/parked-cases');
    expect(parked.items).toEqual([expect.objectContaining({ stream: name, position, error: expect.any(String) })]);
  });

  it('stays parked when it is tried again and nothing has been mended', async () => {
    const bad = await office.register('complaint', complaintForm);
    await poison(`complaint-${bad}`, 'ComplaintRouted', 'null');
    await server.settled();
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const { status, body } = await operating.post(`/parked-cases/complaint-${bad}/retry`);
      expect({ status, body }).toEqual({ status: 200, body: { stream: `complaint-${bad}`, upToDate: false } });
    }
    expect((await operating.get('/parked-cases')).body.items).toHaveLength(1);
  });

  it('leaves what was known before it readable in the lists', async () => {
    const bad = await office.register('complaint', complaintForm);
    await poison(`complaint-${bad}`, 'ComplaintRouted', 'null');
    await server.settled();
    expect((await office.get('/cases')).body.items).toEqual([expect.objectContaining({ caseId: bad, status: 'received' })]);
    expect((await office.get(`/cases/complaint/${bad}/timeline`)).body.items).toHaveLength(1);
  });

  it('breaks commands to its own case only: they are answered as broken, without a stack', async () => {
    const [bad, good] = [await office.register('complaint', complaintForm), await office.register('complaint', complaintForm)];
    await poison(`complaint-${bad}`, 'ComplaintTeleported', '{}');
    await server.settled();
    await server.stop();
    server = await start(server.folder);
    const again = await server.as(archivist);
    const answer = await again.act('complaint', bad, 'remind');
    expectProblem(answer, 500, 'broken');
    expect(answer.text).not.toMatch(/\bat |node_modules|\.ts/);
    expect((await again.act('complaint', good, 'remind')).status).toBe(200);
  });

  it('does not stop the policies: neither when it would give them an order, nor when an order goes to its case', async () => {
    const on = (day: string) => ({ occurredAt: `2018-${day}T10:00:00+08:00` });
    const requests = [
      await office.register('disclosure', { ...disclosureForm, ...on('03-01') }),
      await office.register('disclosure', { ...disclosureForm, ...on('03-01') }),
    ];
    const filed = { channel: 'letter', kind: 'reconsideration', forum: '州政府', matter: '征地', ...on('05-01') };
    const [first, second] = [
      await office.register('proceeding', { ...filed, contests: { type: 'disclosure', id: requests[0] } }),
      await office.register('proceeding', { ...filed, contests: { type: 'disclosure', id: requests[1] } }),
    ];
    await server.settled();
    await poison('proceeding-01890000-0000-7000-8000-0000000000ff', 'ProceedingFiled', 'null');
    await poison('proceeding-01890000-0000-7000-8000-0000000000fe', 'ProceedingFiled', '{"contests":{"type":"constructor"}}');
    await poison(`disclosure-${requests[0]}`, 'DisclosureTeleported', '{}');
    await server.settled();
    await server.stop();
    server = await start(server.folder);
    office = await server.as(archivist);
    await office.does('proceeding', first, 'conclude', { result: 'maintain', ...on('06-01') });
    await office.does('proceeding', second, 'conclude', { result: 'maintain', ...on('06-01') });
    await server.settled();
    const { body } = await office.get(`/cases/disclosure/${requests[1]}/timeline`);
    expect(body.items.at(-1).type).toBe('DisclosureAppealConcluded');
    expect((await server.ask('/readyz')).body).toMatchObject({ ready: true, troubles: [] });
  });
});
