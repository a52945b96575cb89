import { openPostgresReadStore, type SharedRows } from '@app/read-store';
import { onClient } from './databases';
import { until } from './until';

const withinMs = 600_000;

interface Stoppable {
  stop(): Promise<void>;
}

/** Lets nobody write rows until it is called: as a reader does who asks the rows to stand, but for longer. */
const holdBack = async (url: string, generation: string): Promise<() => Promise<unknown>> => {
  const table = `"rows_${generation}"."standstills"`;
  const run = (text: string) => onClient(url, (client) => client.query(text));
  await run(`INSERT INTO ${table} VALUES ('bench', 0, now() + interval '1 hour')`);
  return () => run(`DELETE FROM ${table}`);
};

const isShared = async (rows: SharedRows, among: number): Promise<boolean> => {
  const owners = (await rows.segments()).map(({ owner }) => owner);
  const counts = [...new Set(owners)].map((owner) => owners.filter((each) => each === owner).length);
  return !owners.includes('') && counts.length === among && Math.max(...counts) - Math.min(...counts) <= 1;
};

/** Milliseconds from empty rows to rows that tell of everything up to `head`, once the processes have shared the segments among themselves. */
export const catchingUp = async (url: string, head: number, starts: readonly (() => Promise<Stoppable>)[]): Promise<number> => {
  const rows = await openPostgresReadStore({ url, poolSize: 2 });
  const letGo = await holdBack(url, rows.generation);
  const processes = await Promise.all(starts.map((start) => start()));
  await until('the segments are shared', () => isShared(rows, starts.length));
  const startedAt = performance.now();
  await letGo();
  const reached = await rows.reached('rows', head, withinMs);
  const taken = performance.now() - startedAt;
  await Promise.all(processes.map((each) => each.stop()));
  const parked = await rows.parked();
  await rows.close();
  if (!reached || parked.length > 0) throw new Error(`the rows did not arrive, or ${parked.length} cases are parked`);
  return taken;
};
