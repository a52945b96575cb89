import type { Connection } from './connection';
import { readStreamRequest } from './read-requests';
import type { Recorder } from './recorder';

const mostRemembered = 10_000;

export interface Waymark {
  readonly position: number;
  readonly commit: number;
}

/** A stream of places in the log, each further on than the one before, in which a place is found by halving. */
export class Waymarks<Mark extends Waymark> {
  private readonly remembered = new Map<number, Mark>();

  constructor(
    private readonly connection: Connection,
    private readonly recorder: Recorder,
    private readonly stream: string,
    private readonly type: string,
  ) {}

  async count(): Promise<number> {
    return (await this.recorder.lastRevision(this.stream)) + 1;
  }

  async at(index: number): Promise<Mark | undefined> {
    const known = this.remembered.get(index);
    if (known) return known;
    const { events } = await this.connection.read(readStreamRequest(this.stream, index, 1));
    const record = events[0]?.record;
    if (record?.revision !== index) return undefined;
    const mark = JSON.parse(record.data.toString()) as Mark;
    if (this.remembered.size < mostRemembered) this.remembered.set(index, mark);
    return mark;
  }

  async last(): Promise<Mark | undefined> {
    const count = await this.count();
    return count === 0 ? undefined : this.at(count - 1);
  }

  /** The last one of those, from the first on, of which something is true. */
  async lastWhere(isBefore: (mark: Mark) => boolean): Promise<Mark | undefined> {
    let low = 0;
    let high = await this.count();
    while (low < high) {
      const middle = (low + high) >>> 1;
      const mark = await this.at(middle);
      if (mark && isBefore(mark)) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? undefined : this.at(low - 1);
  }

  /** False where somebody else has set a mark there. */
  async set(index: number, id: string, mark: Mark): Promise<boolean> {
    const event = { id, type: this.type, data: Buffer.from(JSON.stringify(mark)), metadata: new Uint8Array() };
    const outcome = await this.recorder.record({ stream: this.stream, expected: index === 0 ? 'none' : index - 1, events: [event] });
    return outcome.kind === 'recorded';
  }
}
