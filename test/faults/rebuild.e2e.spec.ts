import { Projector, rebuild } from '@app/case-handling';
import { EventStore, newEventId } from '@app/event-store';
import { openReadStore, ReadStore } from '@app/read-store';
import { complaintForm, disclosureForm, letterForm } from '../support/forms';
import { archivist, operator, signer, waterStaff } from '../support/people';
import { type RunningServer, serversForSpecs } from '../support/running-server';

const { start } = serversForSpecs();

const on = (day: string) => ({ occurredAt: `2018-${day}T10:00:00+08:00` });

/** A little of everything: closed, contested, erased, early, rejected, declared and broken. */
const journey = async (server: RunningServer): Promise<void> => {
  const [office, water] = [await server.as(archivist), await server.as(waterStaff)];
  const [signing, operating] = [await server.as(signer), await server.as(operator)];
  const hotline = server.hotline();

  const closed = await office.register('complaint', { ...complaintForm, ...on('03-01') });
  await office.does('complaint', closed, 'route', { unit: 'water-resources', ...on('03-02') });
  await water.does('complaint', closed, 'sign-in', on('03-03'));
  await office.does('complaint', closed, 'remind', on('03-04'));
  await water.does('complaint', closed, 'answer', { text: '已修', ...on('03-05') });
  await office.does('complaint', closed, 'record-follow-up', { rating: 'dissatisfied', ...on('03-06') });
  await office.does('complaint', closed, 'close', on('03-07'));
  expect((await operating.delete(`/cases/complaint/${closed}/personal`)).status).toBe(200);

  const request = await office.register('disclosure', { ...disclosureForm, ...on('04-01') });
  const filed = { channel: 'letter', kind: 'litigation', forum: '法院', matter: '征地', contests: { type: 'disclosure', id: request } };
  const suit = await office.register('proceeding', { ...filed, ...on('05-01') });
  await office.does('proceeding', suit, 'conclude', { result: 'dismiss-claims', ...on('06-01') });

  const event = (kind: string, id: string, subject: string, data: object) =>
    hotline.event(kind, id, subject, '2018-07-01T09:00:00+08:00', data);
  await hotline.report(event('complaint.rated', 'b', 'RB-1', { rating: 'satisfied' }));
  await hotline.report(event('complaint.answered', 'a', 'RB-1', { text: '已答' }));
  await hotline.report(event('complaint.received', 'r', 'RB-1', complaintForm));
  await hotline.report(event('complaint.reminded', 'waits', 'RB-2', {}));
  await server.settled();

  await signing.post('/declared-figures/2018', { code: 'staff', value: '3', source: '人事' });
  await signing.post('/declared-figures/2018', { code: 'staff', value: '4', source: '人事', reason: '误填' });
  await signing.post('/declared-figures/2018', { code: 'staff', unit: 'water-resources', value: '1', source: '人事' });
  await signing.post('/declared-figures/2018', { code: 'meetings', value: '1', source: '办公室' });
  await signing.post('/declared-figures/2018', { code: 'meetings', source: '误报' });

  const broken = await office.register('letter', { ...letterForm, ...on('08-01') });
  const metadata = JSON.stringify({ occurredAt: '2018-08-02T00:00:00Z', by: { id: 'x', unit: 'y' } });
  await server.get(EventStore).append(`letter-${broken}`, 'any', [{ id: newEventId(), type: 'LetterRouted', data: 'null', metadata }]);
  await server.settled();
};

describe('rows folded again from the whole log', () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await start();
    await journey(server);
  });

  const digests = async (rows: ReadStore) => Object.fromEntries([...(await rows.digest())].map(([{ name }, digest]) => [name, digest]));

  it('are equal to the rows that were kept, table by table, byte for byte', async () => {
    const fresh = await openReadStore({ folder: server.folder, generation: '2' });
    const told: number[] = [];
    expect(await rebuild(server.get(EventStore), fresh, (position) => told.push(position))).toBe(await server.head());
    const kept = await digests(server.get(ReadStore));
    expect(await digests(fresh)).toEqual(kept);
    expect(Object.keys(kept)).toEqual(expect.arrayContaining(['case_facts', 'receipts', 'year_totals', 'satisfaction', 'work_queue']));
    expect(await fresh.parked()).toEqual(await server.get(ReadStore).parked());
    expect(await fresh.parked()).toHaveLength(1);
    expect(told.at(-1)).toBe(await server.head());
    await fresh.close();
  });

  it('are equal when the log is folded in memory, and after the parked case was tried again', async () => {
    const [{ stream } = { stream: '' }] = await server.get(ReadStore).parked();
    expect(await server.get(Projector).retry(stream)).toBe(false);
    const fresh = await openReadStore({ memory: true });
    await rebuild(server.get(EventStore), fresh);
    expect(await digests(fresh)).toEqual(await digests(server.get(ReadStore)));
    await fresh.close();
  });

  it('are equal when a server that has lost its rows starts again', async () => {
    const before = await digests(server.get(ReadStore));
    await server.stop();
    const { rmSync } = await import('node:fs');
    rmSync(`${server.folder}/rows`, { recursive: true });
    const again = await start(server.folder);
    const head = await again.head();
    await again.settled();
    expect(await digests(again.get(ReadStore))).toEqual(before);
    // Policies that see everything again repeat their orders, which changes nothing.
    expect(await again.head()).toBe(head);
    expect((await again.ask('/readyz')).body).toMatchObject({ ready: true, rows: { parkedCases: 1 } });
  });
});
