import { setTimeout as milliseconds } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { EventStoreUnavailable } from '../errors';
import { isDenied, isInvalidPosition, isStreamDeleted, NoAnswer, NoSuchPlace, reasonOf } from './failures';
import { type Deadlines, pauseBefore } from './settings';
import type { ReadEvent, ReadMessage } from './wire/records';
import { batchCall, type CallArguments, readCall } from './wire/streams-calls';

export type ReadCall = ReturnType<typeof readCall>;
export type BatchCall = ReturnType<typeof batchCall>;

/**
 * The part of the client that its own methods are built on: connecting, finding the leader, credentials. Used directly because
 * `readAll` cannot filter, and because `appendToStream` keeps the appends of all clients in one table, which it empties when one
 * connection fails: the next answer on another then ends the process.
 */
interface ClientCore {
  GRPCStreamCreator<Call>(client: typeof StreamsClient, name: string, create: (client: StreamsClient) => Call): () => Promise<Call>;
  callArguments(options: { requiresLeader: boolean }, call: { deadline: number }): CallArguments;
  /** Turns away from a connection, if the error says that it is of no use and it is still the one in use. */
  handleError(client: StreamsClient, error: Error): Promise<void>;
}

// From the gRPC specification.
const unavailable = 14;

/** One page of a read. */
export interface Page {
  readonly events: readonly ReadEvent[];
  /** 'deleted' is for ever. */
  readonly stream: 'there' | 'unknown' | 'deleted';
}

/** The way to the server or the cluster. Every call goes to the leader: a follower may lag behind an answer already given. */
export class Connection {
  readonly client: EventStoreDBClient;
  /** Why the last call failed, until one succeeds. */
  trouble: string | undefined;
  private readonly core: ClientCore;
  private inUse: StreamsClient | undefined;

  /** @throws TypeError without quoting the connection string, which may hold a password */
  constructor(
    connection: string,
    readonly deadlines: Deadlines,
  ) {
    try {
      this.client = EventStoreDBClient.connectionString(connection);
    } catch {
      throw new TypeError('事件库的连接串无法识别 (the connection string of the event store cannot be read)');
    }
    this.core = this.client as unknown as ClientCore;
  }

  /**
   * The events that a request with a count asks for; tried again while the server cannot be reached and there is time.
   * @throws EventStoreUnavailable, NoSuchPlace
   */
  async read(request: ReadReq): Promise<Page> {
    const until = Date.now() + this.deadlines.total;
    for (let attempt = 0; ; attempt++) {
      try {
        const page = await this.readOnce(request);
        this.trouble = undefined;
        return page;
      } catch (error) {
        if (isStreamDeleted(error)) return { events: [], stream: 'deleted' };
        if (isInvalidPosition(error)) throw new NoSuchPlace();
        const pause = pauseBefore(attempt, this.deadlines);
        if (isDenied(error) || Date.now() + pause > until) throw this.unavailable(error, false);
        await milliseconds(pause);
      }
    }
  }

  /** Opens a read or a subscription that the caller reads and cancels. */
  open(request: ReadReq): Promise<ReadCall> {
    return this.create('read', (client, with_) => readCall(client, request, with_));
  }

  openBatch(): Promise<BatchCall> {
    return this.create('batchAppend', batchCall);
  }

  unavailable(error: unknown, outcomeUnknown: boolean): EventStoreUnavailable {
    if (error instanceof EventStoreUnavailable) return error;
    const reason = isDenied(error)
      ? `事件库拒绝了本系统的用户或权限 (the event store refuses our user or its rights): ${reasonOf(error)}`
      : `事件库连接不上 (the event store cannot be reached): ${reasonOf(error)}`;
    this.trouble = reason;
    return new EventStoreUnavailable(reason, outcomeUnknown);
  }

  /** After silence: the connection may be dead without this side knowing, so that the next call makes a new one. */
  leave(): void {
    if (this.inUse) void this.core.handleError(this.inUse, Object.assign(new Error('silence'), { code: unavailable, details: 'silence' }));
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }

  // Deadlines are kept by us, for each message: a read as a whole may take long.
  private async create<Call extends { cancel(): void }>(
    name: string,
    open: (client: StreamsClient, with_: CallArguments) => Call,
  ): Promise<Call> {
    const created = this.core.GRPCStreamCreator(StreamsClient, name, (client) => {
      this.inUse = client;
      return open(client, this.core.callArguments({ requiresLeader: true }, { deadline: Infinity }));
    })();
    try {
      return await within(this.deadlines.read, created);
    } catch (error) {
      if (error instanceof NoAnswer) created.then((call) => call.cancel()).catch(() => undefined);
      throw error;
    }
  }

  private async readOnce(request: ReadReq): Promise<Page> {
    const most = request.getOptions()!.hasAll() ? this.deadlines.search : this.deadlines.read;
    const call = await this.open(request);
    return new Promise<Page>((resolve, reject) => {
      const events: ReadEvent[] = [];
      let stream: Page['stream'] = 'there';
      const timer = setTimeout(() => {
        reject(new NoAnswer(most));
        this.leave();
        call.cancel();
      }, most);
      const settle = (how: () => void) => {
        clearTimeout(timer);
        how();
      };
      call.on('data', (arrived: ReadMessage) => {
        timer.refresh();
        if (arrived.kind === 'event') events.push(arrived);
        else if (arrived.message.hasStreamNotFound()) stream = 'unknown';
      });
      call.on('error', (error: Error) => settle(() => reject(error)));
      call.on('end', () => settle(() => resolve({ events, stream })));
    });
  }
}

export function within<T>(most: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new NoAnswer(most)), most);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
