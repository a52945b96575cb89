const [varint, delimited] = [0, 2];

/** Writes a protobuf message of at most `most` bytes. */
export class MessageWriter {
  private readonly bytes: Buffer;
  private at = 0;

  constructor(most: number) {
    this.bytes = Buffer.allocUnsafe(most);
  }

  written(): Buffer {
    return this.bytes.subarray(0, this.at);
  }

  number(field: number, value: number): void {
    this.varint(field * 8 + varint);
    this.varint(value);
  }

  slice(field: number, value: Uint8Array): void {
    this.varint(field * 8 + delimited);
    this.varint(value.length);
    this.bytes.set(value, this.at);
    this.at += value.length;
  }

  text(field: number, value: string): void {
    this.message(field, () => (this.at += this.bytes.write(value, this.at)));
  }

  message(field: number, write: () => void): void {
    this.varint(field * 8 + delimited);
    const lengthAt = this.at++;
    write();
    const length = this.at - lengthAt - 1;
    // Its length goes before it, and is known only now.
    const more = lengthOf(length) - 1;
    if (more > 0) this.bytes.copyWithin(lengthAt + 1 + more, lengthAt + 1, this.at);
    this.at = lengthAt;
    this.varint(length);
    this.at += length;
  }

  private varint(value: number): void {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) this.bytes[this.at++] = (rest % 128) | 128;
    this.bytes[this.at++] = rest;
  }
}

const lengthOf = (value: number): number => {
  let length = 1;
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) length += 1;
  return length;
};
