/** Goes through the fields of a protobuf message. Each field that `next` comes to is either read, by its kind, or skipped. */
export class MessageReader {
  /** The number of the field that `next` has come to. */
  field = 0;
  private kind = 0;

  constructor(
    private readonly bytes: Buffer,
    private at = 0,
    private readonly end = bytes.length,
  ) {}

  /** @throws RangeError when the message is cut off */
  next(): boolean {
    if (this.at > this.end) throw new RangeError('the message is cut off');
    if (this.at === this.end) return false;
    const tag = this.number();
    this.field = tag >>> 3;
    this.kind = tag & 7;
    return true;
  }

  /** Exact up to 2^53: positions and revisions are far from it. */
  number(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.at++] ?? 0;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  slice(): Buffer {
    const from = this.start();
    return this.bytes.subarray(from, this.at);
  }

  text(): string {
    const from = this.start();
    return this.bytes.toString('utf8', from, this.at);
  }

  message(): MessageReader {
    const from = this.start();
    return new MessageReader(this.bytes, from, this.at);
  }

  skip(): void {
    const skip = skips[this.kind];
    if (!skip) throw new RangeError(`no kind of field: ${this.kind}`);
    // Not `+=`, which would take the place from before the length was read.
    const more = skip(this);
    this.at += more;
  }

  private start(): number {
    const length = this.number();
    const from = this.at;
    this.at += length;
    if (this.at > this.end) throw new RangeError('the message is cut off');
    return from;
  }
}

/** By the wire type of a field: how many bytes are still to be passed over. */
const skips: Readonly<Record<number, (reader: MessageReader) => number>> = {
  0: (reader) => reader.number() && 0,
  1: () => 8,
  2: (reader) => reader.number(),
  5: () => 4,
};
