import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { BrokerProcess, formatStorage, type BrokerPlace } from './broker-process';
import { kafkaClassPath } from './kafka-jars';

const startsWithin = 120_000;

/** A real Apache Kafka (KRaft, one node) with a folder and ports of its own. */
export class KafkaBroker {
  private process: BrokerProcess | undefined;

  private constructor(private readonly place: BrokerPlace) {}

  get brokers(): string[] {
    return [`127.0.0.1:${this.place.port}`];
  }

  get classPath(): string {
    return this.place.classPath;
  }

  /** Starts an empty one; undefined when Kafka or Java cannot be had. */
  static async start(): Promise<KafkaBroker | undefined> {
    const classPath = kafkaClassPath();
    if (!classPath) return undefined;
    const folder = mkdtempSync(join(tmpdir(), 'huiying-kafka-'));
    const [port, controllerPort] = await freePorts(2);
    const broker = new KafkaBroker({ classPath, folder, port: port!, controllerPort: controllerPort! });
    formatStorage(broker.place);
    await broker.restart();
    return broker;
  }

  /** Up again after `stop` or `kill`, with the same port and data. Resolves when topics can be made. */
  async restart(): Promise<void> {
    if (this.process) return;
    this.process = await BrokerProcess.start(this.place);
    await this.answers();
  }

  /** In good order. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** As a power cut would end it. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Holds still: connections stay open, and nothing is answered until `thaw`. */
  freeze(): void {
    this.process?.signal('SIGSTOP');
  }

  thaw(): void {
    this.process?.signal('SIGCONT');
  }

  /** Ends it and removes its data. */
  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.place.folder, { recursive: true, force: true });
  }

  private async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const { process } = this;
    this.process = undefined;
    await process?.end(signal);
  }

  private async answers(): Promise<void> {
    const patience = { retry: { retries: 0 }, connectionTimeout: 500, requestTimeout: 5_000 };
    const kafka = new Kafka({ brokers: this.brokers, clientId: 'test', logLevel: logLevel.NOTHING, ...patience });
    for (const late = Date.now() + startsWithin; ; ) {
      const admin = kafka.admin();
      try {
        await admin.connect();
        await admin.createTopics({ topics: [{ topic: 'it-answers', numPartitions: 1 }], waitForLeaders: true });
        return;
      } catch (error) {
        if (Date.now() > late) throw new Error(`the broker did not start; see ${this.place.folder}`, { cause: error });
        await new Promise((resolve) => setTimeout(resolve, 100));
      } finally {
        await admin.disconnect().catch(() => undefined);
      }
    }
  }
}

const freePorts = async (count: number): Promise<readonly number[]> => {
  const servers = await Promise.all(Array.from({ length: count }, listening));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
};

const listening = () =>
  new Promise<ReturnType<typeof createServer>>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
  });

/** For programs: the brokers named by KAFKA_BROKERS, or one of our own; undefined when neither can be had. */
export const kafkaBroker = async (): Promise<{ readonly addresses: string[]; remove(): Promise<void> } | undefined> => {
  const named = process.env['KAFKA_BROKERS'];
  if (named) return { addresses: named.split(','), remove: async () => undefined };
  const own = await KafkaBroker.start();
  return own && { addresses: own.brokers, remove: () => own.remove() };
};
