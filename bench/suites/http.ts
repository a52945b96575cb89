import { SqliteEventStore } from '@app/event-store';
import { issueToken, openSigningKey } from '@app/identity';
import { fillLog } from '../support/fill-log';
import { inFolder } from '../support/folders';
import { sendLoad } from '../support/load';
import type { LoadResult } from '../support/load-generator';
import { type Figure, median } from '../support/measure';
import { sampleId } from '../support/sample-ids';
import { startServer } from '../support/server';

const connections = 50;
const seconds = 5;
// Every case is touched while warming up: what is measured is work on cases that are being worked on.
const cases = 1_000;

const body = JSON.stringify({ text: '来电人再次反映，问题仍未解决，请尽快处理。' });
const json = { 'content-type': 'application/json' };

const loaded = async (
  program: 'api' | 'bare',
  folder: string,
  headers: Record<string, string>,
  requests: readonly { path: string; body: string }[],
): Promise<LoadResult> => {
  const server = await startServer(program, folder);
  const load = { url: server.url, connections, headers, requests };
  await sendLoad({ ...load, seconds: 2 });
  const result = await sendLoad({ ...load, seconds });
  await server.stop();
  if (result.failures > 0) throw new Error(`${result.failures} requests failed`);
  return result;
};

const bare = (): Promise<LoadResult> => inFolder((folder) => loaded('bare', folder, json, [{ path: '/insert', body }]));

const command = (): Promise<LoadResult> =>
  inFolder(async (folder) => {
    const store = SqliteEventStore.open(folder);
    await fillLog(store, cases, 1);
    await store.close();
    const token = await issueToken(await openSigningKey(folder), { id: 'clerk-07', unit: 'gov-office', roles: ['office'] }, 1);
    const requests = Array.from({ length: cases }, (_, number) => ({ path: `/cases/complaint/${sampleId(number)}/commands/remind`, body }));
    return loaded('api', folder, { ...json, authorization: `Bearer ${token}` }, requests);
  });

const opening = (): Promise<LoadResult> =>
  inFolder(async (folder) => {
    const token = await issueToken(await openSigningKey(folder), { id: 'clerk-07', unit: 'gov-office', roles: ['office'] }, 1);
    const registration = JSON.stringify({
      channel: 'phone',
      kind: 'complaint',
      matter: '路灯不亮',
      complainant: '张三',
      phone: '13800000000',
      text: '路灯坏了三天。',
    });
    return loaded('api', folder, { ...json, authorization: `Bearer ${token}` }, [{ path: '/cases/complaint', body: registration }]);
  });

/** Commands over HTTP: authenticated, validated, decided, sealed and durable, with the rows following in the same process. */
export const http = async (rounds: number): Promise<Figure[]> => {
  const [floors, commands, openings]: LoadResult[][] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    floors?.push(await bare());
    commands?.push(await command());
    openings?.push(await opening());
  }
  const of = (runs: LoadResult[] | undefined, figure: keyof LoadResult): number => median((runs ?? []).map((run) => run[figure]));
  const floor = of(floors, 'perSecond');
  return [
    { name: `HTTP command, ${connections} connections`, unit: 'per second', floor, ours: of(commands, 'perSecond'), goal: 0.4 },
    { name: `HTTP command, ${connections} connections, p99`, unit: 'ms', floor: of(floors, 'p99'), ours: of(commands, 'p99'), atMost: 30 },
    { name: `HTTP opening of a case, ${connections} connections`, unit: 'per second', floor, ours: of(openings, 'perSecond') },
  ];
};
