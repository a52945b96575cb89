import { setImmediate } from 'node:timers/promises';
import { EventStore } from '@app/event-store';
import { Injectable } from '@nestjs/common';
import { KnownThen } from './known-then';
import { replay } from './replay';

/** How far a replay has come. */
export interface ReplayProgress {
  /** Up to which position. */
  readonly position: number;
  readonly done: number;
  readonly ready: boolean;
  /** The log could not be read; whoever asks again has it tried again. */
  readonly failed?: true;
}

type Watcher = (progress: ReplayProgress) => void;

interface Running {
  readonly known: Promise<KnownThen>;
  readonly watchers: Set<Watcher>;
  progress: ReplayProgress;
  /** Cases in memory, once it is ready. */
  cases: number;
}

// What a signer looks at is looked at again: its cells, its cases, its checks. A case takes some 300 bytes.
const mostPositions = 3;
const mostCases = 2_000_000;

/** What was known at positions in the past, folded from the log when it is first asked for: one after the other, for memory's sake. */
@Injectable()
export class Replays {
  private readonly kept = new Map<number, Running>();
  private busy: Promise<unknown> = Promise.resolve();

  constructor(private readonly store: EventStore) {}

  at(position: number): Promise<KnownThen> {
    return this.obtain(position).known;
  }

  /** Undefined when nobody has asked for that position lately. */
  progress(position: number): ReplayProgress | undefined {
    return this.kept.get(position)?.progress;
  }

  /** Tells of the progress until it is ready or has failed, whether or not anybody has asked for that position before. Gives what ends it. */
  watch(position: number, watcher: Watcher): () => void {
    const { watchers, progress } = this.obtain(position);
    watchers.add(watcher);
    watcher(progress);
    return () => watchers.delete(watcher);
  }

  /** The one asked for last comes last, and goes last. */
  private obtain(position: number): Running {
    const running = this.kept.get(position) ?? this.start(position);
    this.kept.delete(position);
    this.kept.set(position, running);
    return running;
  }

  private start(position: number): Running {
    const watchers = new Set<Watcher>();
    const tell = (change: Partial<ReplayProgress>): void => {
      running.progress = { ...running.progress, ...change };
      for (const watcher of watchers) watcher(running.progress);
    };
    const known = this.inTurn(() => this.fold(position, (done) => tell({ done })));
    const running: Running = { known, watchers, progress: { position, done: 0, ready: false }, cases: 0 };
    void this.settle(running, tell);
    return running;
  }

  private async settle(running: Running, tell: (change: Partial<ReplayProgress>) => void): Promise<void> {
    const { position } = running.progress;
    try {
      running.cases = (await running.known).size;
      this.makeRoom();
      tell({ done: position, ready: true });
    } catch {
      this.kept.delete(position);
      tell({ failed: true });
    }
  }

  private makeRoom(): void {
    const all = [...this.kept];
    let cases = all.reduce((sum, [, running]) => sum + running.cases, 0);
    for (const [index, [position, running]] of all.slice(0, -1).entries()) {
      if (all.length - index <= mostPositions && cases <= mostCases) return;
      if (!running.progress.ready) continue;
      this.kept.delete(position);
      cases -= running.cases;
    }
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.busy.then(work);
    this.busy = turn.catch(() => undefined);
    return turn;
  }

  private async fold(position: number, progress: (done: number) => void): Promise<KnownThen> {
    await setImmediate(); // nothing is told before there is somebody to tell it to
    return KnownThen.from(this.store, await replay(this.store, position, { progress }));
  }
}
