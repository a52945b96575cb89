import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What befalls the connections: nothing; refused; bytes swallowed while the connection stands (half open); bytes that come late. */
export type Toxin = 'none' | 'refuse' | 'swallow' | { readonly delayMs: number };

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
}

/** A TCP connection to somebody else that can be made ill, for specs about bad networks. */
export class ToxicProxy {
  private toxin: Toxin = 'none';
  private readonly pairs = new Set<Pair>();

  private constructor(
    private readonly server: Server,
    private readonly target: { readonly host: string; readonly port: number },
  ) {
    server.on('connection', (near) => this.accept(near));
  }

  /** Listens on a free port of this machine and passes everything on. */
  static async to(target: { readonly host: string; readonly port: number }, port = 0): Promise<ToxicProxy> {
    const server = createServer({ allowHalfOpen: true });
    const proxy = new ToxicProxy(server, target);
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** How many connections stand. */
  get connections(): number {
    return this.pairs.size;
  }

  /** From now on, for connections that stand as well as for new ones. */
  become(toxin: Toxin): void {
    this.toxin = toxin;
  }

  /** Cuts all connections that stand, as a pulled cable does when the other end notices. */
  cut(): void {
    for (const { near, far } of this.pairs) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private accept(near: Socket): void {
    if (this.toxin === 'refuse') {
      near.resetAndDestroy();
      return;
    }
    const far = connect({ ...this.target, allowHalfOpen: true });
    const pair = { near, far };
    this.pairs.add(pair);
    this.pass(near, far);
    this.pass(far, near);
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.pairs.delete(pair);
        near.destroy();
        far.destroy();
      });
    }
  }

  private pass(from: Socket, to: Socket): void {
    from.on('data', (bytes) => {
      const { toxin } = this;
      if (toxin === 'swallow') return;
      if (typeof toxin === 'object') setTimeout(() => to.writable && to.write(bytes), toxin.delayMs);
      else if (!to.write(bytes)) {
        from.pause();
        to.once('drain', () => from.resume());
      }
    });
    from.on('end', () => this.toxin === 'none' && to.end());
  }
}
