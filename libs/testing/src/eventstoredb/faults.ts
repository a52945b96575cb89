/**
 * What may go wrong with an append:
 *   wrong-expected-version  refused although it is right
 *   timeout-before          never written, never answered
 *   timeout-after           written, never answered
 *   late                    written only after `lateBy`, never answered
 *   cut-before, cut-after   the connection is cut before or after it is written
 *   not-leader              refused; the trailers name the leader
 *   told-timeout            written, and answered with the server's own timeout
 *   access-denied           refused
 */
export type AppendFault =
  | 'wrong-expected-version'
  | 'timeout-before'
  | 'timeout-after'
  | 'late'
  | 'cut-before'
  | 'cut-after'
  | 'not-leader'
  | 'told-timeout'
  | 'access-denied';

export type ReadFault = 'timeout' | 'unavailable' | 'not-leader' | 'cut';

interface Scripted<Fault> {
  readonly fault: Fault;
  readonly stream: string;
  times: number;
}

export interface When {
  /** How often; once unless stated. */
  readonly times?: number;
  /** Only where the stream's name contains this; `$all` for reads of the whole log. */
  readonly stream?: string;
}

/** What will go wrong, in the order it was scripted. */
export class Faults {
  private appends: Scripted<AppendFault>[] = [];
  private reads: Scripted<ReadFault>[] = [];
  /** Milliseconds that every call takes longer. */
  delay = 0;
  /** Milliseconds after which an append that is `late` is written. */
  lateBy = 300;

  onAppend(fault: AppendFault, { times = 1, stream = '' }: When = {}): void {
    this.appends.push({ fault, times, stream });
  }

  onRead(fault: ReadFault, { times = 1, stream = '' }: When = {}): void {
    this.reads.push({ fault, times, stream });
  }

  /** How many have not come about yet. */
  get pending(): number {
    return [...this.appends, ...this.reads].reduce((sum, { times }) => sum + times, 0);
  }

  clear(): void {
    this.appends = [];
    this.reads = [];
    this.delay = 0;
  }

  nextAppend = (stream: string): AppendFault | undefined => take(this.appends, stream);
  nextRead = (stream: string): ReadFault | undefined => take(this.reads, stream);
}

function take<Fault>(scripted: Scripted<Fault>[], stream: string): Fault | undefined {
  const next = scripted.find((fault) => fault.times > 0 && stream.includes(fault.stream));
  if (next) next.times -= 1;
  return next?.fault;
}
