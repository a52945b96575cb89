import { randomUUID } from 'node:crypto';
import type { AppendAnswer, BatchAnswer } from './append-answers';
import { batchRequests } from './batch-requests';
import type { BatchCall, Connection } from './connection';
import { isDenied, NoAnswer, wasNeverSent } from './failures';
import type { Proposal } from './proposal';

type Answer = (answer: AppendAnswer) => void;

/** The appends of all callers through one call that stays open; each answered by itself, none waits for another. */
export class BatchAppends {
  private opening: Promise<OpenBatch> | undefined;

  constructor(private readonly connection: Connection) {}

  async append(proposal: Proposal): Promise<AppendAnswer> {
    let batch: OpenBatch;
    try {
      this.opening ??= this.open();
      batch = await this.opening;
    } catch (error) {
      this.opening = undefined;
      return { kind: isDenied(error) ? 'denied' : 'not-sent', error };
    }
    return batch.append(proposal);
  }

  private async open(): Promise<OpenBatch> {
    const call = await this.connection.openBatch();
    return new OpenBatch(call, this.connection, () => (this.opening = undefined));
  }
}

class OpenBatch {
  private readonly waiting = new Map<string, Answer>();
  private answers = 0;
  private ended = false;

  constructor(
    private readonly call: BatchCall,
    private readonly connection: Connection,
    private readonly onEnd: () => void,
  ) {
    call.on('data', ({ id, answer }: BatchAnswer) => {
      this.answers += 1;
      this.settle(id, answer);
    });
    call.on('error', (error: Error) => this.end(error));
    call.on('end', () => this.end(new Error('the server ended the call')));
  }

  append(proposal: Proposal): Promise<AppendAnswer> {
    if (this.ended) return Promise.resolve({ kind: 'not-sent', error: new Error('the call had ended') });
    const id = randomUUID();
    return new Promise((resolve) => {
      const answersBefore = this.answers;
      const timer = setTimeout(() => this.isOverdue(id, answersBefore), this.connection.deadlines.append);
      this.waiting.set(id, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      for (const request of batchRequests(id, proposal)) this.call.write(request);
    });
  }

  // Where nobody else was answered either, the call is taken for dead.
  private isOverdue(id: string, answersBefore: number): void {
    this.settle(id, { kind: 'unknown', error: new NoAnswer(this.connection.deadlines.append) });
    if (this.answers !== answersBefore) return;
    this.connection.leave();
    this.call.cancel();
  }

  private settle(id: string, answer: AppendAnswer): void {
    this.waiting.get(id)?.(answer);
    this.waiting.delete(id);
  }

  private end(error: Error): void {
    if (this.ended) return;
    this.ended = true;
    this.onEnd();
    const kind = isDenied(error) ? 'denied' : wasNeverSent(error) ? 'not-sent' : 'unknown';
    for (const id of this.waiting.keys()) this.settle(id, { kind, error });
  }
}
