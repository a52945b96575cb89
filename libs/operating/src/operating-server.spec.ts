import { Operations } from './operations';
import { OperatingServer } from './operating-server';
import type { Part } from './part';

const figure = { name: 'huiying_things', help: 'Things', value: 3, labels: { kind: 'small' } };
const well: Part = { name: 'things', now: () => ({ troubles: [undefined], says: { count: 3 }, figures: [figure] }) };

describe('what an operator sees of a process', () => {
  const servers: OperatingServer[] = [];
  const listening = async (...parts: readonly Part[]): Promise<string> => {
    const server = new OperatingServer(new Operations(parts));
    servers.push(server);
    return server.listen(0, '127.0.0.1');
  };

  afterAll(() => Promise.all(servers.map((server) => server.close())));

  it('is that it is alive', async () => {
    const answer = await fetch(`${await listening(well)}/healthz`);
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'alive' }]);
  });

  it('is that it is ready, and what each part says', async () => {
    const answer = await fetch(`${await listening(well)}/readyz`);
    expect([answer.status, await answer.json()]).toEqual([200, { ready: true, troubles: [], things: { count: 3 } }]);
  });

  it('is which part is in trouble, also when it cannot even say so', async () => {
    const told: Part = { name: 'rows', now: () => ({ troubles: ['they stand'] }) };
    const broken: Part = { name: 'log', now: () => Promise.reject(new Error('no server')) };
    const url = await listening(well, told, broken);
    const answer = await fetch(`${url}/readyz`);
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { ready: false, troubles: ['they stand', 'log: no server'], things: { count: 3 } },
    ]);
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('huiying_ready 0');
  });

  it('are figures for Prometheus, of what is told now', async () => {
    let figures = [figure];
    const url = await listening({ name: 'things', now: () => ({ figures }) });
    const text = async () => (await fetch(`${url}/metrics`)).text();
    expect(await text()).toContain('huiying_things{kind="small"} 3');
    figures = [];
    expect(await text()).not.toContain('huiying_things');
    expect(await text()).toContain('process_cpu_seconds_total');
  });

  it('is nothing else', async () => {
    const url = await listening(well);
    expect((await fetch(`${url}/cases`)).status).toBe(404);
    expect((await fetch(`${url}/healthz`, { method: 'POST' })).status).toBe(404);
    expect((await fetch(`${url}/__proto__`)).status).toBe(404);
  });
});
