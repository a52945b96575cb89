import { Arrivals } from '../arrivals';
import { News } from './news';
import { rowsCheckpoint } from './segments';

const lookEveryMs = 1_000;
/** Who waits for many to come looks so often without any news. */
const impatientMs = 20;

/** What the watch looks at. */
export interface Watched {
  readonly generation: () => string;
  /** The place of a follower, as the database has it. */
  readonly place: (name: string) => Promise<number>;
  /** Goes over to the generation that is served now. */
  readonly follow: () => Promise<void>;
}

/** Notices what other processes do: by their news, and by a look each second in case one was lost. */
export class Watch {
  private readonly arrivals = new Arrivals();
  private readonly listeners = new Set<() => void>();
  private readonly news: News;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private lookAgain = false;
  private closed = false;

  constructor(
    url: string,
    private readonly watched: Watched,
  ) {
    this.news = new News(url, (kind, text) => this.heard(kind, text));
  }

  start(): Promise<void> {
    this.timer = setInterval(() => this.heard(undefined, ''), lookEveryMs);
    this.timer.unref();
    return this.news.start();
  }

  /** Tells the others, soon. */
  tell(kind: 'segments' | 'still' | 'retry' | 'switch'): void {
    this.news.tell(kind);
  }

  /** A follower has come to a place. That of all rows is told without a number: it is the last of many. */
  arrived(name: string, position?: number): void {
    if (name === rowsCheckpoint) this.news.tell('rows', this.watched.generation());
    else this.news.tell(`at:${name}`, String(position));
    if (position !== undefined) this.arrivals.announce(name, position);
    else this.look();
  }

  async reached(name: string, position: number, timeoutMs: number): Promise<boolean> {
    if (await this.arrivals.wait(name, position, 0)) return true;
    this.arrivals.announce(name, await this.watched.place(name));
    const reached = this.arrivals.wait(name, position, timeoutMs);
    // What was told while the answer was on its way was told to nobody.
    this.look();
    return reached;
  }

  onNews(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Resolves at the next news, and before long without any. */
  soon(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        end();
        resolve();
      };
      const timer = setTimeout(done, impatientMs);
      const end = this.onNews(done);
    });
  }

  /** The rows are others from now on. */
  forget(): void {
    this.arrivals.forget();
    this.look();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    this.arrivals.end();
    await this.news.close();
    await this.looking;
  }

  private heard(kind: string | undefined, text: string): void {
    if (kind?.startsWith('at:')) this.arrivals.announce(kind.slice('at:'.length), Number(text));
    if (kind === undefined || (kind === 'rows' && text === this.watched.generation())) this.look();
    // Without an answer there is another look soon.
    if (kind === undefined || kind === 'switch') this.watched.follow().catch(() => undefined);
    for (const listener of this.listeners) listener();
  }

  /** Reads how far they are for whom somebody waits, and tells them. */
  private look(): void {
    if (this.closed || this.arrivals.waitedFor().size === 0) return;
    this.lookAgain = this.looking !== undefined;
    this.looking ??= this.lookNow().finally(() => {
      this.looking = undefined;
      if (this.lookAgain) this.look();
    });
  }

  private async lookNow(): Promise<void> {
    const generation = this.watched.generation();
    for (const name of this.arrivals.waitedFor()) {
      const position = await this.watched.place(name).catch(() => 0);
      if (generation === this.watched.generation()) this.arrivals.announce(name, position);
    }
  }
}
