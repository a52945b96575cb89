import { isUtf8 } from 'node:buffer';
import { NotACloudEvent } from './cloud-event';

/** As much as may come over HTTP. Bytes, levels, UTF-16 units. */
export const limits = { value: 1024 * 1024, data: 256 * 1024, depth: 32, text: 10_000 } as const;

/** Reads JSON strictly: well-formed UTF-8, limited depth, and texts that every database can keep. @throws NotACloudEvent */
export const readStrictJson = (bytes: Buffer): unknown => {
  if (bytes.length > limits.value) throw new NotACloudEvent(`the message is longer than ${limits.value} bytes`);
  if (!isUtf8(bytes)) throw new NotACloudEvent('the message is not well-formed UTF-8');
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new NotACloudEvent('the message is not valid JSON');
  }
  inspect(value, 0);
  return value;
};

/** @throws NotACloudEvent */
export const inspectText = (text: string): void => {
  if (text.length > limits.text) throw new NotACloudEvent(`a text is longer than ${limits.text} characters`);
  if (!text.isWellFormed()) throw new NotACloudEvent('a text contains half of a character (a lone surrogate)');
  if (text.includes('\0')) throw new NotACloudEvent('a text contains the NUL character');
};

const inspect = (value: unknown, depth: number): void => {
  if (typeof value === 'string') return inspectText(value);
  if (typeof value !== 'object' || value === null) return;
  if (depth >= limits.depth) throw new NotACloudEvent(`the message is nested deeper than ${limits.depth} levels`);
  for (const [name, member] of Object.entries(value)) {
    inspectText(name);
    // Shapes do not see this name, and what is not seen is not refused.
    if (name === '__proto__') throw new NotACloudEvent('unknown field __proto__');
    inspect(member, depth + 1);
  }
};
