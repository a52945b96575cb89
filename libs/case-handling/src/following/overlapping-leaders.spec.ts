import { type CaseType, caseTypes, defaultEditions, type Actor } from '@app/cases';
import { EventStore, KeyStore, MemoryEventStore, MemoryKeyStore } from '@app/event-store';
import { openReadStore, ReadStore } from '@app/read-store';
import { type INestApplicationContext, Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { CaseHandlingModule } from '../case-handling.module';
import { ExecuteCaseCommand } from '../commands/execute-case.command';
import { derivedId } from '../recording/case-ids';
import { until } from './busy-office-for-specs';
import { PolicyRunner } from './policy-runner';
import { SilenceKeeper } from './silence-keeper';

@Global()
@Module({})
class Stores {}

@Module({})
class Process {}

const clerk: Actor = { id: 'li-na', unit: 'gov-office', roles: ['office', 'backdate'] };
const count = 20;

// A leader that was paused does not know yet that another leads: for a moment there are two.
describe('two processes that do at once what only one should', () => {
  const store = new MemoryEventStore();
  const keys = new MemoryKeyStore();
  let rows: ReadStore;
  let processes: INestApplicationContext[];

  const start = (follow: 'embedded' | 'none'): Promise<INestApplicationContext> => {
    const given = (provide: unknown, useValue: unknown) => ({ provide: provide as typeof EventStore, useValue });
    const providers = [given(EventStore, store), given(KeyStore, keys), given(ReadStore, rows)];
    const stores = { module: Stores, providers, exports: [EventStore, KeyStore, ReadStore] };
    const handling = CaseHandlingModule.forRoot({ units: [{ code: 'gov-office' }], editions: defaultEditions, follow });
    return NestFactory.createApplicationContext({ module: Process, imports: [stores, handling] }, { logger: false, abortOnError: false });
  };

  const give = (caseType: CaseType, caseId: string, name: string, data: object, occurredAt: string) =>
    processes[0]!
      .get(CommandBus, { strict: false })
      .execute(new ExecuteCaseCommand({ caseType, caseId, name, data: { ...data }, by: clerk, occurredAt }));

  beforeAll(async () => {
    rows = await openReadStore({ memory: true });
    processes = [await start('embedded'), await start('none')];
    await processes[1]!.get(PolicyRunner, { strict: false }).start();
  });

  afterAll(async () => {
    const [first, second] = processes;
    await first!.close();
    // The checkpoint was moved by the first: the second is told when it stops, and that spoils nothing.
    await second!
      .get(PolicyRunner, { strict: false })
      .stop()
      .catch(() => undefined);
    await second!.close();
    await rows.close();
    await store.close();
  });

  it('give each order once', async () => {
    const ids = Array.from({ length: count }, (_, n) => [derivedId('request', String(n)), derivedId('suit', String(n))] as const);
    const request = { channel: 'online', kind: 'natural-person', matter: '征地', applicant: '赵六安', contact: '1', text: '公开' };
    for (const [id, suit] of ids) {
      await give(caseTypes.disclosure as CaseType, id, 'RegisterDisclosure', request, '2018-04-01T10:00:00+08:00');
      const filed = { channel: 'letter', kind: 'litigation', forum: '法院', matter: '征地', contests: { type: 'disclosure', id } };
      await give(caseTypes.proceeding as CaseType, suit, 'FileProceeding', filed, '2018-05-01T10:00:00+08:00');
    }
    const head = await store.head();
    for (const each of processes) {
      const policies = each.get(PolicyRunner, { strict: false });
      await until('its policies have seen everything', () => policies.progress().position >= head);
      expect(policies.trouble()).toBeUndefined();
    }
    for (const [id] of ids) {
      const types = (await store.readStream(`disclosure-${id}`)).map(({ type }) => type);
      expect(types.filter((type) => type === 'DisclosureLitigated')).toHaveLength(1);
    }
  });

  it('record each silence once', async () => {
    const keepers = processes.map((each) => each.get(SilenceKeeper, { strict: false }));
    await Promise.all(keepers.map((keeper) => keeper.catchUp(undefined, { settled: true })));
    let silences = 0;
    for (const { stream } of await store.readAll(0, 10_000)) {
      const said = (await store.readStream(stream))
        .filter(({ metadata }) => metadata.includes('"id":"clock"'))
        .map(({ type, data }) => `${type} ${data}`);
      silences += said.length;
      expect(said).toEqual([...new Set(said)]);
    }
    expect(silences).toBeGreaterThan(count);
  });
});
