import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { Gauges } from './gauges';
import type { Operations } from './operations';

type Answer = (response: ServerResponse) => Promise<void> | void;

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
};

/** `/healthz`, `/readyz` and `/metrics` of a process that serves nothing else. */
export class OperatingServer {
  private readonly registry = new Registry();
  private readonly gauges = new Gauges(this.registry);
  private readonly server: Server;

  private readonly answers: Readonly<Record<string, Answer>> = {
    '/healthz': (response) => json(response, 200, { status: 'alive' }),
    '/readyz': async (response) => {
      const { readiness } = await this.operations.now();
      json(response, readiness.ready ? 200 : 503, readiness);
    },
    '/metrics': async (response) => {
      this.gauges.set((await this.operations.now()).figures);
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(await this.registry.metrics());
    },
  };

  constructor(private readonly operations: Operations) {
    collectDefaultMetrics({ register: this.registry });
    this.server = createServer((request, response) => {
      void this.answer(request.method, new URL(request.url ?? '/', 'http://here').pathname, response);
    });
  }

  /** Gives the address it listens at; port 0 takes any free port. */
  async listen(port: number, host: string): Promise<string> {
    this.server.listen(port, host);
    await once(this.server, 'listening');
    const { address, family, port: taken } = this.server.address() as AddressInfo;
    return `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`;
  }

  async close(): Promise<void> {
    if (!this.server.listening) return;
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  private async answer(method: string | undefined, path: string, response: ServerResponse): Promise<void> {
    const answer = method === 'GET' && Object.hasOwn(this.answers, path) ? this.answers[path] : undefined;
    if (!answer) return json(response, 404, { status: 404 });
    try {
      await answer(response);
    } catch {
      // What it is about is not for whoever asks.
      json(response, 500, { status: 500 });
    }
  }
}
