import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { environmentWith } from '@app/config';
import { MemoryEventStore, openEventStoreDb } from '@app/event-store';
import { bareInserts } from '../support/bare-inserts';
import { catchingUp } from '../support/catching-up';
import { startProgram, startTheirs } from '../support/children';
import { inDatabase } from '../support/databases';
import { fillLog } from '../support/fill-log';
import { inFolder } from '../support/folders';
import { type Figure, median } from '../support/measure';
import { rowsByBatch } from '../support/rows-by-batch';
import { startServer } from '../support/server';

/** Whole waves of whole cases: nothing is left undone that a projector would see to beside the rows. */
const usual = 105_000;
const batchSize = 1_000;

type Start = (url: string) => Promise<{ stop(): Promise<void> }>;

/** Whose log is in its own memory, so that the rows are all there is to wait for. */
const inMemory =
  (events: number): Start =>
  (url) =>
    startProgram(
      [join(__dirname, '../support/memory-projector.js'), url, String(events)],
      environmentWith({}),
      (line) => line === 'projecting',
    );

/** The program as it is installed, by settings alone. */
const installed =
  (connection: string, namespace: string, folder: string): Start =>
  (url) =>
    startServer('projector', folder, {
      HUIYING_EVENTSTORE: connection,
      HUIYING_EVENTSTORE_NAMESPACE: namespace,
      HUIYING_POSTGRES: url,
    });

/** Events per second of each of these, one after the other and over again. */
const measured = async (rounds: number, events: number, works: Readonly<Record<string, () => Promise<number>>>) => {
  const rates = new Map<string, number[]>(Object.keys(works).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, work] of Object.entries(works)) rates.get(name)!.push(events / ((await work()) / 1_000));
  return (name: string): number => median(rates.get(name)!);
};

const figuresOf = (rounds: number, events: number, server: string, connection: string): Promise<Figure[]> =>
  inFolder(async (folder) => {
    // A server that is not ours may hold what others have left there.
    const namespace = `bench${randomBytes(6).toString('hex')}`;
    const [log, sample] = [await openEventStoreDb({ connection, namespace }), new MemoryEventStore()];
    await Promise.all([log, sample].map((store) => fillLog(store, events)));
    const [head, batches] = [await log.head(), await rowsByBatch(sample, batchSize)];
    await log.close();
    const by = (start: Start, upTo: number, processes: number) => () =>
      inDatabase(server, (url) =>
        catchingUp(
          url,
          upTo,
          Array.from({ length: processes }, () => () => start(url)),
        ),
      );
    const rate = await measured(rounds, events, {
      floor: () => bareInserts(server, batches),
      'its own memory, 1': by(inMemory(events), events, 1),
      'its own memory, 2': by(inMemory(events), events, 2),
      'EventStoreDB over the wire, 1': by(installed(connection, namespace, folder), head, 1),
      'EventStoreDB over the wire, 2': by(installed(connection, namespace, folder), head, 2),
    });
    return ['its own memory', 'EventStoreDB over the wire'].flatMap((from): Figure[] => {
      const [one, two] = [rate(`${from}, 1`), rate(`${from}, 2`)];
      const name = `rows in PostgreSQL of ${events} events, log in ${from}`;
      const [unit, floor] = ['events per second', rate('floor')];
      return [
        { name: `${name}, 1 projector`, unit, floor, ours: one, goal: 0.5 },
        { name: `${name}, 2 projectors`, unit, floor, ours: two, goal: 0.5 },
        { name: `${name}, what the second adds`, unit: 'times', ours: two / one },
      ];
    });
  });

/** Rows in PostgreSQL kept by one and by two projectors, from none to all, against a bare upsert of the cases each batch touches. */
export const projecting = async (rounds: number, events = usual): Promise<Figure[]> => {
  const server = await startTheirs('postgres', 'projecting');
  if (!server) return [];
  const log = (await startTheirs('eventstore', 'projecting'))!;
  try {
    return await figuresOf(rounds, events, server.line, log.line);
  } finally {
    await Promise.all([server.stop(), log.stop()]);
  }
};
