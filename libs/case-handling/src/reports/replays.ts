import { setImmediate } from 'node:timers/promises';
import { EventStore } from '@app/event-store';
import { Injectable } from '@nestjs/common';
import { Recent } from '../recording/recent';
import { KnownThen } from './known-then';
import { replay } from './replay';

/** How far a replay has come. */
export interface ReplayProgress {
  /** Up to which position. */
  readonly position: number;
  readonly done: number;
  readonly ready: boolean;
}

interface Running {
  readonly known: Promise<KnownThen>;
  readonly watchers: Set<(progress: ReplayProgress) => void>;
  done: number;
  ready: boolean;
}

/** What a signer looks at is looked at again: its cells, its cases, its checks. */
const kept = 3;

/** What was known at positions in the past, folded from the log when it is first asked for. */
@Injectable()
export class Replays {
  private readonly recent = new Recent<number, Running>(kept);

  constructor(private readonly store: EventStore) {}

  at(position: number): Promise<KnownThen> {
    return (this.recent.get(position) ?? this.start(position)).known;
  }

  /** Undefined when nobody has asked for that position lately. */
  progress(position: number): ReplayProgress | undefined {
    const running = this.recent.get(position);
    return running && { position, done: running.done, ready: running.ready };
  }

  /** Tells of the progress until it is ready, whether or not anybody has asked for that position before. Gives what ends it. */
  watch(position: number, watcher: (progress: ReplayProgress) => void): () => void {
    const running = this.recent.get(position) ?? this.start(position);
    running.watchers.add(watcher);
    watcher({ position, done: running.done, ready: running.ready });
    return () => running.watchers.delete(watcher);
  }

  private start(position: number): Running {
    const tell = (change: Partial<Pick<Running, 'done' | 'ready'>>): void => {
      Object.assign(running, change);
      const { done, ready, watchers } = running;
      for (const watcher of watchers) watcher({ position, done, ready });
    };
    const known = this.fold(position, (done) => tell({ done }));
    const running: Running = { known, watchers: new Set(), done: 0, ready: false };
    this.recent.set(position, running);
    known.then(
      () => tell({ done: position, ready: true }),
      // What could not be read is tried again by whoever asks next.
      () => this.recent.delete(position),
    );
    return running;
  }

  private async fold(position: number, progress: (done: number) => void): Promise<KnownThen> {
    await setImmediate(); // nothing is told before there is somebody to tell it to
    return KnownThen.from(this.store, await replay(this.store, position, { progress }));
  }
}
