import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { Server, ServerCredentials, type ServiceError, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { append, batchAppend } from './appending';
import { clusterInfo, supportedMethods } from './cluster';
import { remove } from './deleting';
import { EventLog } from './event-log';
import { Faults } from './faults';
import type { Cluster, Node } from './node';
import type { ReadCall } from './paced-writer';
import { read } from './reading';
import { accessDenied, badCredentials, cancelled, type EndPoint, notLeader, unavailable } from './replies';

const host = '127.0.0.1';

export interface EventStoreDbServerOptions {
  /** A free one unless stated. */
  readonly port?: number;
  /** The log to serve; that of another server makes the two a cluster. */
  readonly log?: EventLog;
  /** Where stated, calls must carry it, as basic authentication; clients send it over TLS only. */
  readonly credentials?: { readonly username: string; readonly password: string };
  readonly tls?: { readonly certificate: Buffer; readonly key: Buffer };
  /** False for a server of before 21.10, which takes every append in a call of its own. */
  readonly batchAppend?: boolean;
}

// A record is encoded once; what is encoded already goes out as it is.
const readRaw = {
  ...StreamsService.read,
  responseSerialize: (message: Buffer | { serializeBinary(): Uint8Array }) =>
    Buffer.isBuffer(message) ? message : Buffer.from(message.serializeBinary()),
};

/** Speaks as much of EventStoreDB's protocol as the real client needs, on a real socket, with faults on demand. For specs and benches. */
export class EventStoreDbServer implements Node, Cluster {
  readonly faults = new Faults();
  readonly subscriptions = new Set<ReadCall>();
  /** Where the leader is, when it is not this node: calls that require the leader are then refused. */
  leader: EndPoint | undefined;
  /** What gossip tells; this node alone unless stated. */
  members: readonly EndPoint[] | undefined;
  /** How many calls and appends were taken. */
  readonly taken = { reads: 0, appends: 0, gossip: 0 };
  /** Messages sent to subscribers, and how many of them said that they fell behind. */
  sent = 0;
  toldFellBehind = 0;
  readonly log: EventLog;
  private server: Server | undefined;
  private port: number;

  static async start(options: EventStoreDbServerOptions = {}): Promise<EventStoreDbServer> {
    const server = new EventStoreDbServer(options);
    await server.listen();
    return server;
  }

  private constructor(private readonly options: EventStoreDbServerOptions) {
    this.log = options.log ?? new EventLog();
    this.port = options.port ?? 0;
  }

  get endPoint(): EndPoint {
    return { host, port: this.port };
  }

  get url(): string {
    return `esdb://${host}:${this.port}?tls=${this.options.tls !== undefined}`;
  }

  /** Goes down at once, in the middle of whatever is going on; the log is kept. */
  async stop(): Promise<void> {
    this.server?.forceShutdown();
    this.server = undefined;
  }

  /** Goes down, and up again on the same port. */
  async restart(): Promise<void> {
    await this.stop();
    await this.listen();
  }

  async listen(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024, 'grpc.max_send_message_length': -1 });
    const { batchAppend: _, ...withoutBatch } = StreamsService;
    const service = this.options.batchAppend === false ? withoutBatch : StreamsService;
    server.addService({ ...service, read: readRaw }, this.streams());
    server.addService(ServerFeaturesService, supportedMethods(this.options.batchAppend !== false));
    server.addService(GossipService, clusterInfo(this));
    const { tls } = this.options;
    const credentials = tls
      ? ServerCredentials.createSsl(null, [{ cert_chain: tls.certificate, private_key: tls.key }])
      : ServerCredentials.createInsecure();
    this.port = await new Promise<number>((resolve, reject) =>
      server.bindAsync(`${host}:${this.port}`, credentials, (error, port) => (error ? reject(error) : resolve(port))),
    );
    this.server = server;
  }

  dropSubscriptions(how: 'ended' | 'cancelled' | 'unavailable'): void {
    for (const call of this.subscriptions)
      if (how === 'ended') call.end();
      else call.emit('error', how === 'cancelled' ? cancelled() : unavailable());
    this.subscriptions.clear();
  }

  /** Cuts every connection at once; new ones are taken. */
  cutConnections(): void {
    this.server?.drain(`${host}:${this.port}`, 0);
  }

  refusal({ metadata }: Pick<ReadCall, 'metadata'>): ServiceError | undefined {
    const { credentials } = this.options;
    if (credentials) {
      const given = metadata.get('authorization')[0]?.toString();
      if (given === undefined) return accessDenied();
      const right = Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64');
      if (given !== `Basic ${right}`) return badCredentials();
    }
    return this.leader && metadata.get('requires-leader')[0] === 'true' ? notLeader(this.leader) : undefined;
  }

  notLeader(): ServiceError {
    return notLeader(this.leader ?? this.endPoint);
  }

  private streams(): UntypedServiceImplementation {
    const handlers = {
      read: (call: ReadCall) => {
        this.taken.reads += 1;
        read(this, call).catch((error: unknown) => call.emit('error', error as Error));
      },
      append: (call: never, callback: never) => {
        this.taken.appends += 1;
        append(this, call, callback);
      },
      batchAppend: (call: never) => batchAppend(this, call, () => (this.taken.appends += 1)),
      delete: remove(this, 'delete'),
      tombstone: remove(this, 'tombstone'),
    };
    const { batchAppend: _, ...withoutBatch } = handlers;
    return (this.options.batchAppend === false ? withoutBatch : handlers) as never;
  }
}
