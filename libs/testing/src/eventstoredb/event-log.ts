import { type LogRecord, linkTarget, metadataOf, type ProposedRecord } from './log-record';

export type Expected = number | 'none' | 'exists' | 'any';

export type AppendOutcome =
  | { readonly kind: 'recorded'; readonly revision: number; readonly commit: number }
  | { readonly kind: 'wrong-revision'; readonly actual: number }
  | { readonly kind: 'deleted' };

interface LogStream {
  readonly records: LogRecord[];
  /** The next revision; survives a deletion. */
  next: number;
  /** Revisions before it can no longer be read. */
  truncatedBefore: number;
  maxCount: number;
  tombstoned: boolean;
}

const softDeleted = Number.MAX_SAFE_INTEGER;
const recordOverhead = 112;

/** What an EventStoreDB keeps: one order of records with byte-like positions, and streams over it. Outlives its servers. */
export class EventLog {
  readonly records: LogRecord[] = [];
  private readonly streams = new Map<string, LogStream>();
  private waiting: (() => void)[] = [];
  /** Where the next record will stand. */
  end = 0;

  constructor(private readonly clock: () => number = Date.now) {
    this.append('$stats-127.0.0.1:2113', 'any', [systemRecord('$statsCollected', '{"proc-cpu":1}')]);
    this.append('$$$settings', 'any', [systemRecord('$metadata', '{"$acl":{"$r":"$all"}}')]);
    this.append('$users', 'any', [systemRecord('$UserCreated', '{"login":"admin"}')]);
  }

  append(name: string, expected: Expected, proposed: readonly ProposedRecord[]): AppendOutcome {
    const stream = this.streamOf(name);
    if (stream.tombstoned) return { kind: 'deleted' };
    const outcome = this.judge(stream, expected, proposed);
    return outcome ?? this.record(name, stream, proposed);
  }

  /** Soft: the stream reads as unknown, and may be begun again behind its last revision. */
  delete(name: string, expected: Expected): AppendOutcome {
    const stream = this.streamOf(name);
    if (stream.tombstoned) return { kind: 'deleted' };
    const wrong = this.judge(stream, expected, []);
    if (wrong) return wrong;
    return this.append(metadataOf(name), 'any', [systemRecord('$metadata', `{"$tb":${softDeleted}}`)]);
  }

  /** For ever: the stream can neither be read nor appended to. */
  tombstone(name: string, expected: Expected): AppendOutcome {
    const stream = this.streamOf(name);
    if (stream.tombstoned) return { kind: 'deleted' };
    const wrong = this.judge(stream, expected, []);
    if (wrong) return wrong;
    const outcome = this.record(name, stream, [systemRecord('$streamDeleted', '')]);
    stream.tombstoned = true;
    return outcome;
  }

  /** Records of a stream that may still be read, in order; 'unknown' and 'deleted' as EventStoreDB tells them apart. */
  stream(name: string): readonly LogRecord[] | 'unknown' | 'deleted' {
    const stream = this.streams.get(name);
    if (stream?.tombstoned) return 'deleted';
    const last = stream?.records.at(-1);
    if (!stream || !last || stream.truncatedBefore === softDeleted) return 'unknown';
    const from = Math.max(stream.truncatedBefore, last.revision + 1 - stream.maxCount);
    return from === 0 ? stream.records : stream.records.filter(({ revision }) => revision >= from);
  }

  /** The index in `records` of the record at a position, or -1 when none begins there. */
  indexAt(commit: number): number {
    let low = 0;
    let high = this.records.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.records[middle]!.commit < commit) low = middle + 1;
      else high = middle;
    }
    return this.records[low]?.commit === commit ? low : commit === this.end ? low : -1;
  }

  /** What a link points to. */
  target(link: LogRecord): LogRecord | undefined {
    const [revision, name] = linkTarget(link);
    const records = this.stream(name);
    return typeof records === 'string' ? undefined : records.find((record) => record.revision === revision);
  }

  /** Alters a record where it stands, as somebody with the disk in hand could. */
  tamper(commit: number, change: (record: LogRecord) => void): void {
    const record = this.records[this.indexAt(commit)]!;
    change(record);
    delete record.message;
  }

  /** Resolves when there is something new. */
  news(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private judge(stream: LogStream, expected: Expected, proposed: readonly ProposedRecord[]): AppendOutcome | undefined {
    const last = stream.next - 1;
    const actual = stream.truncatedBefore === softDeleted ? -1 : last;
    if (expected === 'any' || expected === 'exists') {
      if (expected === 'exists' && actual === -1) return { kind: 'wrong-revision', actual };
      const first = stream.records.find(({ id }) => id === proposed[0]?.id);
      return first && earlier(stream, first.revision, proposed);
    }
    const believed = expected === 'none' ? -1 : expected;
    if (believed === actual || (believed === last && last >= 0)) return undefined;
    return earlier(stream, believed + 1, proposed) ?? { kind: 'wrong-revision', actual };
  }

  private record(name: string, stream: LogStream, proposed: readonly ProposedRecord[]): AppendOutcome {
    if (stream.truncatedBefore === softDeleted && proposed.length > 0) stream.truncatedBefore = stream.next;
    const created = Math.max(this.clock(), this.records.at(-1)?.created ?? 0);
    for (const event of proposed) {
      const record: LogRecord = { ...event, stream: name, revision: stream.next++, commit: this.end, created };
      this.records.push(record);
      stream.records.push(record);
      this.end += recordOverhead + name.length + record.data.length + record.metadata.length;
    }
    if (name.startsWith('$$')) this.obey(name.slice(2), stream.records.at(-1)!);
    for (const wake of this.waiting.splice(0)) wake();
    return { kind: 'recorded', revision: stream.next - 1, commit: stream.records.at(-1)?.commit ?? 0 };
  }

  // Metadata that is not JSON is no metadata.
  private obey(name: string, { data }: LogRecord): void {
    const stream = this.streamOf(name);
    try {
      const { $tb = 0, $maxCount = Infinity } = JSON.parse(Buffer.from(data).toString()) as { $tb?: number; $maxCount?: number };
      stream.truncatedBefore = $tb;
      stream.maxCount = $maxCount;
    } catch {
      stream.truncatedBefore = 0;
      stream.maxCount = Infinity;
    }
  }

  private streamOf(name: string): LogStream {
    const known = this.streams.get(name);
    if (known) return known;
    const stream = { records: [], next: 0, truncatedBefore: 0, maxCount: Infinity, tombstoned: false };
    this.streams.set(name, stream);
    return stream;
  }
}

function earlier(stream: LogStream, from: number, proposed: readonly ProposedRecord[]): AppendOutcome | undefined {
  const there = stream.records.filter(({ revision }) => revision >= from && revision < from + proposed.length);
  if (there.length === 0 || !proposed.every(({ id }, offset) => there[offset]?.id === id)) return undefined;
  return { kind: 'recorded', revision: there.at(-1)!.revision, commit: there.at(-1)!.commit };
}

function systemRecord(type: string, json: string): ProposedRecord {
  const data = new Uint8Array(Buffer.from(json));
  return { id: crypto.randomUUID(), type, contentType: 'application/json', data, metadata: new Uint8Array() };
}
