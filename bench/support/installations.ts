import { randomBytes } from 'node:crypto';
import { issueIntakeKey } from '@app/identity';
import { openPostgresReadStore, openReadStore, type ReadStore } from '@app/read-store';
import { startTheirs } from './children';
import { inDatabase } from './databases';
import { inFolder } from './folders';
import { startServer, type Variables } from './server';
import { source } from './sample-intake';
import { until } from './until';

export interface Installation {
  readonly brokers: string;
  /** Where intake events are published. */
  readonly topic: string;
  /** The rows as any other process reads them. */
  readonly rows: ReadStore;
}

type Program = 'api' | 'projector' | 'exchange';

const isReady = async (url: string): Promise<boolean> => (await fetch(`${url}/readyz`)).ok;

/** Runs `work` while the programs run, all on the same settings. */
const whileRunning = async <T>(programs: readonly Program[], folder: string, variables: Variables, work: () => Promise<T>): Promise<T> => {
  issueIntakeKey(folder, { source, unit: 'hotline-centre' });
  const running = await Promise.all(programs.map((program) => startServer(program, folder, variables)));
  for (const { url } of running) await until('all are ready', () => isReady(url), { everyMs: 100 });
  try {
    return await work();
  } finally {
    await Promise.all(running.map((each) => each.stop()));
  }
};

const withRows = async <T>(rows: ReadStore, work: (rows: ReadStore) => Promise<T>): Promise<T> => {
  try {
    return await work(rows);
  } finally {
    await rows.close();
  }
};

const newPrefix = (): string => `bench${randomBytes(6).toString('hex')}`;

type Work<T> = (installation: Installation) => Promise<T>;

/** One exchange, one projector, EventStoreDB over the wire, PostgreSQL and Kafka, each a process of its own. */
export const scaledOut = <T>(brokers: string, postgres: string, work: Work<T>): Promise<T> =>
  inFolder((folder) =>
    inDatabase(postgres, async (url) => {
      const [prefix, log] = [newPrefix(), (await startTheirs('eventstore', 'exchanging'))!];
      const variables = {
        HUIYING_KAFKA: brokers,
        HUIYING_KAFKA_PREFIX: prefix,
        HUIYING_EVENTSTORE: log.line,
        HUIYING_EVENTSTORE_NAMESPACE: prefix,
        HUIYING_POSTGRES: url,
      };
      try {
        return await whileRunning(['exchange', 'projector'], folder, variables, async () =>
          withRows(await openPostgresReadStore({ url, poolSize: 2 }), (rows) => work({ brokers, topic: `${prefix}.intake`, rows })),
        );
      } finally {
        await log.stop();
      }
    }),
  );

/** One api that has log and rows in its data folder and hosts the exchange itself. */
export const embedded = <T>(brokers: string, work: Work<T>): Promise<T> =>
  inFolder((folder) => {
    const prefix = newPrefix();
    return whileRunning(['api'], folder, { HUIYING_KAFKA: brokers, HUIYING_KAFKA_PREFIX: prefix }, async () =>
      withRows(await openReadStore({ folder }), (rows) => work({ brokers, topic: `${prefix}.intake`, rows })),
    );
  });
