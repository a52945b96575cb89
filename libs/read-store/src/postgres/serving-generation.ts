import { rowsVersion } from '@app/projections';
import { Queue } from '../queue';
import { findGeneration, finishedGeneration, type Generation, serve, servedGeneration } from './installation';
import { OpenGeneration } from './open-generation';

export interface GenerationOptions {
  readonly url: string;
  /** Connections for reading. */
  readonly poolSize: number;
  /** Into how many segments a new generation is cut. */
  readonly segments: number;
  /** Default: the one that is served, or one of this program's rules. */
  readonly generation?: string | undefined;
}

/** The generation that is open here, and how this process goes over to another. */
export class ServingGeneration {
  private readonly switching = new Queue();
  private readonly leaving = new Set<Promise<void>>();
  /** Named by whoever opened it: it stays until it is switched by name. */
  private pinned: boolean;
  private closed = false;
  private served: Generation | undefined;
  /** Told after each change of generation. */
  changed: () => void = () => {};

  private constructor(
    private readonly options: GenerationOptions,
    private rows: OpenGeneration,
  ) {
    this.pinned = options.generation !== undefined;
  }

  static async open(options: GenerationOptions): Promise<ServingGeneration> {
    const found = await findGeneration(options.url, options.segments, options.generation);
    return new ServingGeneration(options, new OpenGeneration(options.url, found, options.poolSize));
  }

  get open(): OpenGeneration {
    return this.rows;
  }

  /** The served one where it is of other rules than this program's. */
  get outdated(): string | undefined {
    return this.served && this.served.rows_version !== rowsVersion ? this.served.name : undefined;
  }

  /** Serves the generation to everybody. */
  switchTo(name: string): Promise<void> {
    return this.switching.run(async () => {
      const found = await this.rows.serving((pool) => finishedGeneration(pool, name));
      await this.rows.serving((pool) => serve(pool, name));
      this.pinned = false;
      this.goTo({ ...found, serving: true });
    });
  }

  /** Goes over to the generation that is served, if this program understands it and nothing speaks against it. */
  follow(mayGo: () => boolean = () => true): Promise<void> {
    return this.switching.run(async () => {
      if (this.closed) return;
      const served = await this.rows.serving(servedGeneration);
      this.served = served;
      if (!served || this.outdated || this.pinned || served.name === this.rows.name || !mayGo()) return;
      this.goTo(served);
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.switching.run(async () => {});
    await Promise.all([this.rows.close(), ...this.leaving]);
  }

  /** Those who read or write have begun with the one or the other, and end with it. */
  private goTo(generation: Generation): void {
    const before = this.rows;
    this.served = generation;
    this.rows = new OpenGeneration(this.options.url, generation, this.options.poolSize);
    const left = before.close().finally(() => this.leaving.delete(left));
    this.leaving.add(left);
    this.changed();
  }
}
