import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { join } from 'node:path';
import { openPostgresReadStore, type SharedRows } from '@app/read-store';
import { firstLine, killAtOnce, onPostgres, runInChild } from '@app/testing';
import { BusyOffice, digestsOf, foldedAlone, rowsArrive, seeded, until } from './busy-office-for-specs';

const [segments, events, leaseMs, seed] = [6, 20_000, 1_000, 12];

/** A projector that is a process of its own; each has the same log. */
const projecting = (url: string): string => `
  const { DistantRows, SegmentedProjector, SystemClock } = require('@app/case-handling');
  const { openPostgresReadStore } = require('@app/read-store');
  const { BusyOffice, seeded } = require(${JSON.stringify(join(__dirname, 'busy-office-for-specs'))});
  const { Logger } = require('@nestjs/common');
  Logger.overrideLogger(false);
  (async () => {
    const office = new BusyOffice(seeded(${seed}));
    await office.work(${events});
    const rows = await openPostgresReadStore({ url: ${JSON.stringify(url)}, poolSize: 3 });
    const projector = new SegmentedProjector(office.store, rows, new DistantRows(office.store, rows, new SystemClock()), { leaseMs: ${leaseMs} });
    process.on('SIGTERM', () => projector.stop().then(() => process.exit(0)));
    await projector.start();
    console.log(projector.owner);
  })();`;

interface Projecting {
  readonly child: ChildProcessWithoutNullStreams;
  readonly owner: string;
}

onPostgres('projectors that die', (server) => {
  const children: ChildProcessWithoutNullStreams[] = [];
  let rows: SharedRows;
  let url: string;
  const office = new BusyOffice(seeded(seed));

  beforeAll(async () => {
    url = await server().database();
    rows = await openPostgresReadStore({ url, segments });
    await office.work(events);
  });

  afterAll(async () => {
    await Promise.all(children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null).map(killAtOnce));
    await rows.close();
  });

  const start = async (): Promise<Projecting> => {
    const child = runInChild(projecting(url));
    children.push(child);
    return { child, owner: await firstLine(child) };
  };

  const keptBy = async ({ owner }: Projecting): Promise<number> => (await rows.segments()).filter((each) => each.owner === owner).length;

  it('are replaced within seconds, and one that was only asleep spoils nothing when it wakes', async () => {
    const [one, two] = await Promise.all([start(), start()]);
    await until('both keep a share', async () => (await keptBy(one)) > 0 && (await keptBy(two)) > 0);

    two.child.kill('SIGSTOP');
    const asleep = performance.now();
    await until('the other has taken everything over', async () => (await keptBy(one)) === segments);
    const takenOverMs = performance.now() - asleep;
    two.child.kill('SIGCONT');
    await until('it has a share again', async () => (await keptBy(two)) > 0);

    await killAtOnce(one.child);
    const died = performance.now();
    await until('the one that is left has everything', async () => (await keptBy(two)) === segments);
    expect(performance.now() - died).toBeLessThan(20_000);
    // A transaction that was under way when it fell asleep keeps its place until the server breaks it off, after ten seconds.
    expect(takenOverMs).toBeLessThan(30_000);

    await rowsArrive(office.store, rows, 120_000);
    expect(await digestsOf(rows)).toEqual(await foldedAlone(office.store));
  });
});
