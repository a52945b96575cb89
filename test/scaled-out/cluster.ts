import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@app/cases';
import { environmentWith } from '@app/config';
import { type EventStore, openEventStoreDb } from '@app/event-store';
import { issueIntakeKey, issueToken, openSigningKey, type SigningKey } from '@app/identity';
import { type Messaging, openKafka } from '@app/messaging';
import { openPostgresReadStore, type SharedRows } from '@app/read-store';
import { Staff } from '../support/staff';
import { until } from '../support/until';
import { buildPrograms, compiled, Program, wireServer } from './program';

/** Where log, rows and messages are. */
export interface Stores {
  readonly eventStore: string;
  readonly postgres: string;
  readonly kafka: readonly string[];
}

export interface ClusterOptions {
  readonly postgres: string;
  readonly kafka: readonly string[];
  /** By which addresses the processes reach the stores; by their own without it. */
  readonly through?: (stores: Stores) => Promise<Stores>;
  /** Topics and groups begin with it. */
  readonly prefix: string;
  readonly source?: string;
  /** How many of each, two unless stated. */
  readonly size?: { readonly apis?: number; readonly projectors?: number; readonly exchanges?: number };
}

const apps = { api: 'apis', projector: 'projectors', exchange: 'exchanges' } as const;

const numbered = (kind: keyof typeof apps, count: number, environment: NodeJS.ProcessEnv): readonly Program[] =>
  Array.from({ length: count }, (_, index) => new Program(`${kind}-${index + 1}`, compiled(kind), environment));

/** A whole installation of several processes, each of them as in earnest, chosen by settings alone. */
export class Cluster {
  private readonly opened: { close(): Promise<void> }[] = [];
  private tokens = new Map<string, Promise<string>>();

  private constructor(
    /** The stores themselves. */
    readonly stores: Stores,
    readonly folder: string,
    readonly intakeKey: string,
    readonly prefix: string,
    readonly log: Program,
    readonly apis: readonly Program[],
    readonly projectors: readonly Program[],
    readonly exchanges: readonly Program[],
    private readonly signingKey: SigningKey,
  ) {}

  /** Resolves when every process is ready. */
  static async start(options: ClusterOptions): Promise<Cluster> {
    buildPrograms();
    const log = new Program('event-store', wireServer(), environmentWith({}));
    await log.start();
    const stores = { eventStore: log.url!, postgres: options.postgres, kafka: options.kafka };
    const { eventStore, postgres, kafka } = (await options.through?.(stores)) ?? stores;
    const folder = mkdtempSync(join(tmpdir(), 'huiying-scaled-out-'));
    const signingKey = await openSigningKey(folder);
    const intakeKey = issueIntakeKey(folder, { source: options.source ?? 'urn:hotline:12345', unit: 'hotline-centre' });
    const environment = environmentWith({
      HUIYING_DATA: folder,
      HUIYING_PORT: '0',
      HUIYING_LOG: 'warn',
      HUIYING_EVENTSTORE: eventStore,
      HUIYING_POSTGRES: postgres,
      HUIYING_KAFKA: kafka.join(','),
      HUIYING_KAFKA_PREFIX: options.prefix,
    });
    const of = (kind: keyof typeof apps) => numbered(kind, options.size?.[apps[kind]] ?? 2, environment);
    const kinds = [of('api'), of('projector'), of('exchange')] as const;
    const cluster = new Cluster(stores, folder, intakeKey, options.prefix, log, ...kinds, signingKey);
    try {
      await Promise.all(cluster.programs.map((program) => program.start()));
      await cluster.ready();
    } catch (error) {
      const said = cluster.said;
      await cluster.stop();
      throw new Error(`${String(error)}\n${said}`, { cause: error });
    }
    return cluster;
  }

  /** All processes of ours. */
  get programs(): readonly Program[] {
    return [...this.apis, ...this.projectors, ...this.exchanges];
  }

  /** What all processes have said lately. */
  get said(): string {
    return this.programs.map(({ said }) => said).join('\n');
  }

  /** The addresses of those apis that are there. */
  urls(): readonly string[] {
    return this.apis.flatMap(({ url }) => url ?? []);
  }

  tokenFor(actor: Actor): Promise<string> {
    const token = this.tokens.get(actor.id) ?? issueToken(this.signingKey, actor, 12);
    this.tokens.set(actor.id, token);
    return token;
  }

  /** A person at one of the apis. */
  async at(api: number, actor: Actor): Promise<Staff> {
    return new Staff(this.apis[api]!.url!, await this.tokenFor(actor));
  }

  /** Resolves when all processes say that they can do their work. */
  async ready(programs: readonly Program[] = this.programs): Promise<void> {
    for (const program of programs) await until(`${program.name} is ready`, () => isReady(program), { every: 100 });
  }

  /** The log, past everybody. */
  async events(): Promise<EventStore> {
    return this.keep(await openEventStoreDb({ connection: this.stores.eventStore }));
  }

  async rows(): Promise<SharedRows> {
    return this.keep(await openPostgresReadStore({ url: this.stores.postgres }));
  }

  messaging(): Messaging {
    return this.keep(openKafka({ brokers: this.stores.kafka, clientId: 'spec', backOff: { first: 100, longest: 1_000 } }));
  }

  /** Ends everything, whatever has happened. */
  async stop(): Promise<void> {
    await Promise.all(this.opened.map((each) => each.close().catch(() => undefined)));
    await Promise.all([...this.programs, this.log].map((program) => program.kill()));
    rmSync(this.folder, { recursive: true, force: true });
  }

  private keep<T extends { close(): Promise<void> }>(opened: T): T {
    this.opened.push(opened);
    return opened;
  }
}

/** What a process says of itself; undefined while it says nothing. */
export const readinessOf = async ({ url }: Program): Promise<{ readonly ready: boolean; readonly [part: string]: any } | undefined> => {
  if (url === undefined) return undefined;
  try {
    return (await (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(10_000) })).json()) as { ready: boolean };
  } catch {
    return undefined;
  }
};

export const isReady = async (program: Program): Promise<boolean> => (await readinessOf(program))?.ready === true;
