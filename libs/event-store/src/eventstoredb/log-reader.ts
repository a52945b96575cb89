import type { Connection, Page } from './connection';
import type { Names } from './names';
import { readAllRequest, readStreamRequest } from './read-requests';
import { ForeignEvent, readStored, type Stored } from './stored-event';

const pageSize = 1_000;

/** Our events in EventStoreDB, by stream and in commit order. */
export class LogReader {
  constructor(
    private readonly connection: Connection,
    private readonly names: Names,
  ) {}

  /** Of a stream by its name outside. A deleted stream is empty. */
  async stream(name: string, from: number, limit: number): Promise<Stored[]> {
    const stream = this.names.inside(name);
    const found: Stored[] = [];
    let next = from;
    while (found.length < limit) {
      const count = Math.min(pageSize, limit - found.length);
      const page = await this.connection.read(readStreamRequest(stream, next, count));
      found.push(...this.ours(page));
      if (page.events.length < count) break;
      next = revisionOf(page) + 1;
    }
    return found;
  }

  /** The last events of a stream, newest first; the last revision, -1 where the stream is not there. */
  async endOf(name: string, count: number): Promise<{ readonly newestFirst: readonly Stored[]; readonly last: number }> {
    const page = await this.connection.read(readStreamRequest(this.names.inside(name), 'end', count, 'backwards'));
    return { newestFirst: this.ours(page), last: page.events[0]?.record?.revision ?? -1 };
  }

  async at(name: string, revision: number): Promise<Stored | undefined> {
    const [found] = await this.stream(name, revision, 1);
    return found?.event.revision === revision ? found : undefined;
  }

  /** The events from a commit position on, inclusive, in pages of about `size`; throws only behind the last good one. */
  async *pagesFrom(start: number | 'start', size = pageSize): AsyncGenerator<Stored[]> {
    let from = start;
    let handled: number | undefined;
    for (;;) {
      // One more, as every page but the first begins with the last event of the page before.
      const count = Math.min(size, pageSize) + 1;
      const page = await this.connection.read(readAllRequest(from, count, this.names.prefixes));
      const last = page.events.at(-1)?.record;
      const { ours, foreign } = this.upToForeign(page);
      yield handled === undefined ? ours : ours.filter(({ commit }) => commit > handled!);
      if (foreign) throw foreign;
      if (!last || page.events.length < count) return;
      from = handled = last.commit;
    }
  }

  /** The last event of ours. */
  async last(): Promise<Stored | undefined> {
    for (let count = 1; ; count = count * 16) {
      const page = await this.connection.read(readAllRequest('end', count, this.names.prefixes));
      const [newest] = this.ours(page);
      if (newest || page.events.length < count) return newest;
    }
  }

  private ours(page: Page): Stored[] {
    const { ours, foreign } = this.upToForeign(page);
    if (foreign) throw foreign;
    return ours;
  }

  private upToForeign({ events }: Page): { readonly ours: Stored[]; readonly foreign?: ForeignEvent } {
    const ours: Stored[] = [];
    try {
      for (const event of events) {
        const stored = readStored(event, this.names);
        if (stored) ours.push(stored);
      }
      return { ours };
    } catch (error) {
      if (error instanceof ForeignEvent) return { ours, foreign: error };
      throw error;
    }
  }
}

const revisionOf = ({ events }: Page): number => events.at(-1)!.record!.revision;
