import type { Position, Verification } from '../event-store';
import { chained, chainStart } from '../hash-chain';
import type { LogReader } from './log-reader';
import type { Signpost, Signposts } from './signposts';
import { ForeignEvent, type Stored } from './stored-event';

const beginning = { position: 0, events: 0, hash: chainStart, commit: 'start' as const };

/** Where the log agrees with its signposts. */
type Good = Pick<Signpost, 'position' | 'events' | 'hash'>;

/** The hash chain of the log; signposts keep its hash at some places. */
export class Chain {
  constructor(
    private readonly reader: LogReader,
    private readonly signposts: Signposts,
  ) {}

  /** The hash at a position; from the nearest signpost before it on. */
  async hashAt(position: Position): Promise<string | undefined> {
    if (position <= 0) return undefined;
    const signpost = (await this.signposts.lastWhere((one) => one.position <= position)) ?? beginning;
    if (signpost.position === position) return signpost.hash;
    let { hash } = signpost;
    for await (const page of this.reader.pagesFrom(signpost.commit))
      for (const { event } of page) {
        if (event.position > position) return undefined;
        if (event.position <= signpost.position) continue;
        hash = chained(hash, event);
        if (event.position === position) return hash;
      }
    return undefined;
  }

  /**
   * Recomputes the chain from the start and compares it at every signpost. Between two signposts it cannot tell which event was
   * altered: it names the first one behind the last signpost that agrees. Behind the last signpost it sees no alteration; for that,
   * compare the digest with one kept elsewhere.
   */
  async verify(progress: ((checked: number) => void) | undefined, upTo: Position): Promise<Verification> {
    const walk = new Walk(this.signposts);
    try {
      await walk.start();
      for await (const page of this.reader.pagesFrom('start')) {
        for (const stored of page) {
          if (stored.event.position > upTo) return walk.end(upTo);
          if (!(await walk.pass(stored))) return walk.bad();
        }
        progress?.(walk.events);
      }
      return walk.end(upTo);
    } catch (error) {
      if (error instanceof ForeignEvent) return { checked: walk.events, digest: walk.hash, firstBad: error.commit };
      throw error;
    }
  }
}

class Walk {
  events = 0;
  hash = chainStart;
  private good: Good = beginning;
  private firstSince: Position | undefined;
  private index = 0;
  private next: Signpost | undefined;

  constructor(private readonly signposts: Signposts) {}

  async start(): Promise<void> {
    this.next = await this.signposts.at(0);
  }

  /** False when this event's signpost does not agree. */
  async pass({ event, commit }: Stored): Promise<boolean> {
    this.hash = chained(this.hash, event);
    this.events += 1;
    this.firstSince ??= event.position;
    if (this.next?.events !== this.events) return true;
    const { position, hash, recordedAt } = this.next;
    if (position !== event.position || hash !== this.hash || this.next.commit !== commit || recordedAt !== event.recordedAt) return false;
    this.good = this.next;
    this.firstSince = undefined;
    this.next = await this.signposts.at(++this.index);
    return true;
  }

  /** A signpost that is not reached tells that events are missing. */
  end(upTo: Position): Verification {
    if (this.next && this.next.position <= upTo) return this.bad(this.next.position);
    return { checked: this.events, digest: this.hash };
  }

  bad(otherwise = 0): Verification {
    return { checked: this.good.events, digest: this.good.hash, firstBad: this.firstSince ?? otherwise };
  }
}
