import type { Position, Subscription } from '../event-store';
import { chained, chainStart } from '../hash-chain';
import type { StoredSubscriber } from './following';
import type { Parts } from './parts';
import { type Signpost, signpostId } from './signposts';
import type { Stored } from './stored-event';

const batchSize = 500;

type Place = Pick<Signpost, 'position' | 'events' | 'hash'>;

/** Somebody wrote another signpost where ours belongs: the log, or the signpost, is not what it was. */
export class SignpostsDisagree extends Error {
  override readonly name = 'SignpostsDisagree';
  constructor(readonly position: number) {
    super(`位置 ${position} 处的路标与事件不符 (the signpost at ${position} does not agree with the log)`);
  }
}

/** The log as whoever sets signposts in it sees it. */
interface Road {
  readonly parts: Parts;
  follow(after: Position, subscriber: StoredSubscriber): Subscription;
}

/**
 * Sets signposts as the log grows, from the last one on. Any number of processes may do so: the content follows from the log, and the
 * revision of the stream lets each be set once. `failed` is told when it had to stop.
 */
export async function startSignposts(store: Road, failed: (error: unknown) => void): Promise<Subscription> {
  const { signposts } = store.parts;
  const count = await signposts.count();
  const last = count === 0 ? undefined : await signposts.at(count - 1);
  const writer = new SignpostWriter(store.parts, last ?? { position: 0, events: 0, hash: chainStart }, count);
  return store.follow(last?.position ?? 0, { batchSize, handle: (events) => writer.pass(events), failed });
}

class SignpostWriter {
  private hash: string;
  private events: number;

  constructor(
    private readonly parts: Parts,
    private last: Place,
    private index: number,
  ) {
    this.hash = last.hash;
    this.events = last.events;
  }

  async pass(events: readonly Stored[]): Promise<void> {
    for (const { event, commit } of events) {
      this.hash = chained(this.hash, event);
      this.events += 1;
      if (this.events < this.last.events + this.parts.signpostEvery) continue;
      const { position, recordedAt } = event;
      await this.set({ position, commit, events: this.events, recordedAt, hash: this.hash });
    }
  }

  private async set(signpost: Signpost): Promise<void> {
    const { signposts, names } = this.parts;
    const isSet = await signposts.set(this.index, signpostId(names, signpost), signpost);
    if (!isSet && (await signposts.at(this.index))?.hash !== signpost.hash) throw new SignpostsDisagree(signpost.position);
    this.last = signpost;
    this.index += 1;
  }
}
