import type { ReadCall } from './connection';
import type { ReadEvent, ReadMessage } from './wire/records';

export type Signal = { readonly kind: 'caught-up' | 'fell-behind' } | { readonly kind: 'checkpoint'; readonly commit: number };
type Arrival = ReadEvent | Signal;

/** What a subscription sends, in order, and never more of it than `most`: then the server has to wait. */
export class Arrivals {
  private waiting: Arrival[] = [];
  private ended: Error | undefined;
  private wake: (() => void) | undefined;

  constructor(
    private readonly call: ReadCall,
    private readonly most: number,
  ) {
    call.on('data', (message: ReadMessage) => this.add(message));
    call.on('error', (error: Error) => this.end(error));
    call.on('end', () => this.end(new Error('the server ended the subscription')));
  }

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  /** Resolves when something has arrived; rejects when everything was taken and no more will come. */
  async something(): Promise<void> {
    while (this.isEmpty) {
      if (this.ended) throw this.ended;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  /** The events before the next signal. */
  events(limit: number): ReadEvent[] {
    const taken: ReadEvent[] = [];
    for (const arrival of this.waiting) {
      if (arrival.kind !== 'event' || taken.length === limit) break;
      taken.push(arrival);
    }
    this.waiting.splice(0, taken.length);
    this.resume();
    return taken;
  }

  signal(): Signal | undefined {
    const [first] = this.waiting;
    if (!first || first.kind === 'event') return undefined;
    this.waiting.shift();
    this.resume();
    return first;
  }

  cancel(): void {
    this.call.cancel();
    this.end(new Error('cancelled'));
  }

  private add(message: ReadMessage): void {
    const arrival = arrivalOf(message);
    if (!arrival) return;
    this.waiting.push(arrival);
    if (this.waiting.length >= this.most) this.call.pause();
    this.wake?.();
  }

  private resume(): void {
    if (this.waiting.length < this.most && this.call.isPaused()) this.call.resume();
  }

  private end(error: Error): void {
    this.ended ??= error;
    this.wake?.();
  }
}

function arrivalOf(arrived: ReadMessage): Arrival | undefined {
  if (arrived.kind === 'event') return arrived;
  const { message } = arrived;
  if (message.hasCaughtUp()) return { kind: 'caught-up' };
  if (message.hasFellBehind()) return { kind: 'fell-behind' };
  const checkpoint = message.getCheckpoint();
  return checkpoint && { kind: 'checkpoint', commit: Number(checkpoint.getCommitPosition()) };
}
