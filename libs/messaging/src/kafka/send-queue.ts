import type { Letter } from '../letters';

export interface Queued {
  readonly topic: string;
  readonly letter: Letter;
  readonly call: Call;
}

/** One call of `publish`, settled when all its letters are, or one has failed. */
export interface Call {
  left: number;
  settled: boolean;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** A broker takes about a megabyte in one batch for a partition; what is around a message counts too. */
const mostBytes = 900_000;
const aroundEach = 64;

const sizeOf = ({ letter }: Queued): number => {
  const headers = Object.entries(letter.headers).reduce((sum, [name, value]) => sum + name.length + 3 * value.length + 4, 0);
  return aroundEach + headers + 3 * (letter.key?.length ?? 0) + (letter.value === null ? 0 : Buffer.byteLength(letter.value));
};

/** Letters that wait until the send before theirs is over; those of many calls share one. */
export class SendQueue {
  private waiting: Queued[] = [];

  add(topic: string, letters: readonly Letter[]): Promise<void> {
    if (letters.length === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const call: Call = { left: letters.length, settled: false, resolve, reject };
      for (const letter of letters) this.waiting.push({ topic, letter, call });
    });
  }

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  /** What goes into the next send, in order. */
  next(): readonly Queued[] {
    const open = this.waiting.filter(({ call }) => !call.settled);
    let bytes = 0;
    const end = open.findIndex((queued, place) => (bytes += sizeOf(queued)) > mostBytes && place > 0);
    const taken = end < 0 ? open : open.slice(0, end);
    this.waiting = open.slice(taken.length);
    return taken;
  }
}

export const resolveCalls = (sent: readonly Queued[]): void => {
  for (const { call } of sent) {
    call.left -= 1;
    if (call.left > 0 || call.settled) continue;
    call.settled = true;
    call.resolve();
  }
};

export const rejectCalls = (lost: readonly Queued[], error: unknown): void => {
  for (const { call } of lost) {
    if (call.settled) continue;
    call.settled = true;
    call.reject(error);
  }
};
