import { RowsFollower, ExecuteCaseCommand } from '@app/case-handling';
import { CaseHandlingModule, DistantRows } from '@app/case-handling';
import { caseTypes, type CaseType, defaultEditions } from '@app/cases';
import { EventStore, KeyStore, MemoryEventStore, MemoryKeyStore } from '@app/event-store';
import { OperatingServer } from '@app/operating';
import { caseFactsTable } from '@app/projections';
import { openPostgresReadStore, ReadStore, type SharedRows } from '@app/read-store';
import { onPostgres } from '@app/testing';
import { type DynamicModule, Global, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { ProjectorOperations } from './projector-operations';

@Global()
@Module({})
class Stores {}

@Module({})
class Process {}

onPostgres('a projector beside a server that answers people', (server) => {
  const [events, keys] = [new MemoryEventStore(), new MemoryKeyStore()];
  const opened: SharedRows[] = [];
  const started: INestApplicationContext[] = [];
  let url: string;

  const start = async (follow: 'segments' | 'distant', providers: DynamicModule['providers'] = []) => {
    const rows = await openPostgresReadStore({ url, segments: 4, poolSize: 3 });
    opened.push(rows);
    const given = [
      { provide: EventStore, useValue: events },
      { provide: KeyStore, useValue: keys },
      { provide: ReadStore, useValue: rows },
    ];
    const stores = { module: Stores, providers: given, exports: given.map(({ provide }) => provide) };
    const handling = CaseHandlingModule.forRoot({ units: [{ code: 'gov-office' }], editions: defaultEditions, follow });
    const module = { module: Process, imports: [stores, handling], providers };
    const process = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
    started.push(process);
    return process;
  };

  beforeAll(async () => {
    url = await server().database();
  });

  afterAll(async () => {
    for (const each of started) await each.close();
    await Promise.all(opened.map((each) => each.close()));
  });

  it('keeps the rows that the other reads, and tells operators what it keeps', async () => {
    const [projector, answering] = [await start('segments', [ProjectorOperations]), await start('distant')];
    const follower = answering.get(RowsFollower, { strict: false });
    expect(follower).toBeInstanceOf(DistantRows);
    const command = new ExecuteCaseCommand({
      caseType: caseTypes.complaint as CaseType,
      caseId: '0190aaaa-0000-7000-8000-000000000001',
      name: 'RegisterComplaint',
      data: { channel: 'phone', kind: 'help', matter: '供水', text: '停水' },
      by: { id: 'li-na', unit: 'gov-office', roles: ['office'] },
    });
    const { position } = await answering.get(CommandBus, { strict: false }).execute(command);
    expect(await follower.reached(position, 30_000)).toBe(true);
    const counted = await follower.still(async (at) => [
      at >= position,
      await answering.get(ReadStore, { strict: false }).count(caseFactsTable),
    ]);
    expect(counted).toEqual([true, 1]);

    const listener = new OperatingServer(projector.get(ProjectorOperations));
    const at = await listener.listen(0, '127.0.0.1');
    const readiness = async () => (await (await fetch(`${at}/readyz`)).json()) as object;
    const said = {
      ready: true,
      troubles: [],
      segments: { held: 4, of: 4 },
      policies: { here: true },
      silences: { here: true },
      rows: { parkedCases: 0 },
    };
    for (const until = Date.now() + 30_000; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 50))) {
      const body = JSON.stringify(await readiness());
      if (body.includes('"held":4') && !body.includes('"here":false')) break;
    }
    expect(await readiness()).toMatchObject(said);
    const metrics = await (await fetch(`${at}/metrics`)).text();
    for (const line of [
      'huiying_segments_held 4',
      'huiying_leads{what="policies"} 1',
      'huiying_ready 1',
      'huiying_follower_oldest_waiting_seconds{follower="rows"}',
    ])
      expect(metrics).toContain(line);
    await listener.close();
  });
});
