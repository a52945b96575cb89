import { randomBytes } from 'node:crypto';
import { openKafka } from '@app/messaging';
import { caseFactsTable, receiptsTable, type Row, type Table } from '@app/projections';
import type { ReadStore } from '@app/read-store';
import { throughBareKafka } from '../support/bare-kafka';
import { bareInserts, type Batch } from '../support/bare-inserts';
import { startTheirs } from '../support/children';
import { embedded, type Installation, scaledOut } from '../support/installations';
import { type IntakeRun, intakeRun, type Sizes } from '../support/intake-runs';
import { type Figure, median } from '../support/measure';
import { intakeSample } from '../support/sample-intake';

const usual: Sizes = { warm: 4_000, many: 40_000, perSecond: 500, seconds: 8 };
const atOnce = 1_000;

/** The same messages on a topic like ours, by the client library alone. */
const bareKafka = async (brokers: string, events: number): Promise<number> => {
  const topic = `bench${randomBytes(6).toString('hex')}.bare`;
  const messaging = openKafka({ brokers: brokers.split(','), clientId: 'bench' });
  await messaging.ensureTopics([{ topic }]);
  await messaging.close();
  const messages = intakeSample('bare', events).map(({ message }) => message);
  return events / ((await throughBareKafka(brokers, topic, messages)) / 1_000);
};

/** The rows that an installation has, as many receipts to a batch as events of a projector, each with the cases they opened. */
const batchesOf = async (rows: ReadStore): Promise<readonly Batch[]> => {
  const [receipts, cases] = await Promise.all([rows.rows(receiptsTable), rows.rows(caseFactsTable)]);
  const inOrder = receipts.toSorted((one, other) => one.position - other.position);
  const byId = new Map(cases.map((row) => [row.case_id, row]));
  return Array.from({ length: Math.ceil(inOrder.length / atOnce) }, (_, index): Batch => {
    const some = inOrder.slice(index * atOnce, (index + 1) * atOnce);
    const touched = [...new Set(some.map(({ case_id }) => case_id!))].map((id) => byId.get(id)!);
    return new Map<Table, readonly Row[]>([
      [receiptsTable, some],
      [caseFactsTable, touched],
    ]);
  });
};

interface Round {
  readonly kafka: number;
  readonly inserts: number;
  readonly scaledOut: IntakeRun;
  readonly embedded: IntakeRun;
}

const oneRound = async (brokers: string, postgres: string, sizes: Sizes): Promise<Round> => {
  const kafka = await bareKafka(brokers, sizes.many);
  let batches: readonly Batch[] = [];
  const shared = await scaledOut(brokers, postgres, async (installation: Installation) => {
    const run = await intakeRun(installation, sizes);
    batches = await batchesOf(installation.rows);
    return run;
  });
  const events = sizes.warm + sizes.many + sizes.perSecond * sizes.seconds;
  const inserts = events / ((await bareInserts(postgres, batches)) / 1_000);
  return { kafka, inserts, scaledOut: shared, embedded: await embedded(brokers, (installation) => intakeRun(installation, sizes)) };
};

const figuresOf = (rounds: readonly Round[], { many, perSecond }: Sizes): Figure[] => {
  const of = (value: (round: Round) => number): number => median(rounds.map(value));
  const unit = 'events per second';
  return (['scaledOut', 'embedded'] as const).flatMap((kind): Figure[] => {
    const name = `intake of ${many} events through Kafka to visible rows, ${kind === 'scaledOut' ? 'scaled out' : 'embedded'}`;
    const ours = of((round) => round[kind].perSecond);
    return [
      { name: `${name}; floor: bare produce and consume`, unit, floor: of(({ kafka }) => kafka), ours, atLeast: 5_000 },
      { name: `${name}; floor: bare upsert of the rows`, unit, floor: of(({ inserts }) => inserts), ours, atLeast: 5_000 },
      { name: `${name}, at ${perSecond} a second, p50`, unit: 'ms', ours: of((round) => round[kind].p50) },
      { name: `${name}, at ${perSecond} a second, p99`, unit: 'ms', ours: of((round) => round[kind].p99) },
    ];
  });
};

/** Intake through a real broker, from producing an event to its row being there for everybody. */
export const exchanging = async (rounds: number, sizes = usual): Promise<Figure[]> => {
  const broker = await startTheirs('kafka', 'exchanging');
  const server = broker && (await startTheirs('postgres', 'exchanging'));
  try {
    if (!broker || !server) return [];
    const done: Round[] = [];
    for (let round = 0; round < rounds; round += 1) done.push(await oneRound(broker.line, server.line, sizes));
    return figuresOf(done, sizes);
  } finally {
    await Promise.all([broker?.stop(), server?.stop()]);
  }
};
