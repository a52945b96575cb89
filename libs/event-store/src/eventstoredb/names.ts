const permitted = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;

/** How the streams of one installation are called in an EventStoreDB that others may use too. */
export class Names {
  /** What `$all` is filtered by: our streams and their metadata. */
  readonly prefixes: readonly [string, string];
  /** Outside the prefixes: no reader of the log sees them. */
  readonly signposts: string;
  readonly migration: string;

  constructor(readonly namespace: string) {
    // Without dots, or the streams of one namespace could begin like those of another.
    if (!permitted.test(namespace)) throw new TypeError(`${namespace} is not a namespace: letters, digits, "-" and "_" only`);
    this.prefixes = [`${namespace}.`, `$$${namespace}.`];
    this.signposts = `${namespace}-signposts`;
    this.migration = `${namespace}-migration`;
  }

  inside(stream: string): string {
    return stream.startsWith('$$') ? this.prefixes[1] + stream.slice(2) : this.prefixes[0] + stream;
  }

  /** The name outside; undefined for a stream that is not ours. */
  outside(stream: string): string | undefined {
    const [ours, metadata] = this.prefixes;
    if (stream.startsWith(ours)) return stream.slice(ours.length);
    return stream.startsWith(metadata) ? `$$${stream.slice(metadata.length)}` : undefined;
  }
}
