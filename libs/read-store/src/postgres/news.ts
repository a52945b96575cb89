import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { connectionConfig } from './pools';

const channel = 'huiying';
/** What is told within so many milliseconds is told together, the latest of each kind. */
const togetherMs = 5;
const longestPauseMs = 2_000;

/**
 * News between processes over one connection of its own, which is opened again whenever it is lost. Nothing rests on them: who waits also looks
 * for himself from time to time.
 */
export class News {
  private client: Client | undefined;
  private readonly untold = new Map<string, string>();
  private timer: NodeJS.Timeout | undefined;
  private closed = false;
  private pauseMs = 50;

  constructor(
    private readonly url: string,
    /** Undefined: the connection was lost for a while, and anything may have been told. */
    private readonly heard: (kind: string | undefined, text: string) => void,
  ) {}

  /** Resolves when it listens, or has begun to try. */
  start(): Promise<void> {
    return this.listen();
  }

  /** The latest of a kind; earlier ones that are not yet told are forgotten. */
  tell(kind: string, text = ''): void {
    this.untold.set(kind, text);
    this.timer ??= setTimeout(() => this.flush(), togetherMs);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private flush(): void {
    this.timer = undefined;
    const told = [...this.untold].map(([kind, text]) => `${kind} ${text}`);
    this.untold.clear();
    this.client?.query(`SELECT pg_notify('${channel}', "each") FROM unnest($1::text[]) AS "each"`, [told]).catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const client = new Client(connectionConfig(this.url, {}));
    const lost = () => void this.again(client);
    client.once('end', lost);
    client.on('error', lost);
    client.on('notification', ({ payload = '' }) => {
      const gap = payload.indexOf(' ');
      this.heard(payload.slice(0, gap), payload.slice(gap + 1));
    });
    this.client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      this.pauseMs = 50;
    } catch {
      lost();
    }
  }

  private async again(client: Client): Promise<void> {
    if (this.closed || this.client !== client) return;
    this.client = undefined;
    client.end().catch(() => undefined);
    await pause(this.pauseMs, undefined, { ref: false });
    this.pauseMs = Math.min(2 * this.pauseMs, longestPauseMs);
    if (this.closed) return;
    await this.listen();
    this.heard(undefined, '');
  }
}
