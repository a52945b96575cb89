import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { ServerWritableStream } from '@grpc/grpc-js';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp | Buffer>;

const turnEvery = 256;

/** Writes to a reader no faster than it reads, and leaves time for others. */
export class PacedWriter {
  private written = 0;
  private proceed: (() => void) | undefined;

  constructor(private readonly call: ReadCall) {
    for (const event of ['drain', 'cancelled', 'close'] as const) call.on(event, () => this.proceed?.());
  }

  /** False when the reader has gone. */
  async write(message: ReadResp | Buffer): Promise<boolean> {
    if (this.hasGone()) return false;
    if (!this.call.write(message) && !this.hasGone()) await new Promise<void>((resolve) => (this.proceed = resolve));
    this.written += 1;
    if (this.written % turnEvery === 0) await nextTurn();
    return !this.hasGone();
  }

  private hasGone(): boolean {
    return this.call.cancelled || this.call.destroyed || this.call.writableEnded;
  }
}
