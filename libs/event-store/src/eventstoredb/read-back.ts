import { EventStoreUnavailable } from '../errors';
import type { LogReader } from './log-reader';
import type { Stored } from './stored-event';

/** So many are still read one by one, each from its stream. */
const fewEnough = 3;

interface Wanted {
  readonly stream: string;
  readonly revision: number;
  readonly commit: number | undefined;
  readonly found: (stored: Stored) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Reads back what was recorded: the answer to an append tells neither when it was recorded nor whether it was so by an earlier
 * call. What arrives while a read is under way shares the next one, over the part of the log where all of it stands.
 */
export class ReadBack {
  private waiting: Wanted[] = [];
  private isReading = false;
  private readUpTo = 0;

  constructor(private readonly reader: LogReader) {}

  event(stream: string, revision: number, commit: number | undefined): Promise<Stored> {
    return new Promise((found, failed) => {
      this.waiting.push({ stream, revision, commit, found, failed });
      if (!this.isReading) void this.readWaiting();
    });
  }

  private async readWaiting(): Promise<void> {
    this.isReading = true;
    while (this.waiting.length > 0) {
      const group = this.waiting.splice(0);
      const rest = group.length > fewEnough ? await this.readTogether(group) : group;
      await Promise.all(rest.map((wanted) => this.readAlone(wanted)));
    }
    this.isReading = false;
  }

  /** The ones that were not found in one page of the log. */
  private async readTogether(group: readonly Wanted[]): Promise<readonly Wanted[]> {
    // What stands further back is an earlier answer given again.
    const fresh = group.flatMap(({ commit }) => (commit !== undefined && commit > this.readUpTo ? [commit] : []));
    if (fresh.length <= fewEnough) return group;
    const places = new Map<string, Stored>();
    const first = fresh.reduce((a, b) => Math.min(a, b));
    this.readUpTo = fresh.reduce((a, b) => Math.max(a, b));
    try {
      for await (const page of this.reader.pagesFrom(first, fresh.length * 2)) {
        for (const stored of page) places.set(key(stored.event), stored);
        break;
      }
    } catch {
      return group;
    }
    return group.filter((wanted) => {
      const stored = places.get(key(wanted));
      if (stored) wanted.found(stored);
      return !stored;
    });
  }

  private async readAlone({ stream, revision, found, failed }: Wanted): Promise<void> {
    try {
      const stored = await this.reader.at(stream, revision);
      if (stored) found(stored);
      else failed(new EventStoreUnavailable(`刚写入的事件已不可读 (event ${revision} of ${stream} can no longer be read)`, true));
    } catch (error) {
      failed(new EventStoreUnavailable((error as Error).message, true, { cause: error }));
    }
  }
}

const key = ({ stream, revision }: { stream: string; revision: number }): string => `${revision}@${stream}`;
