import { isUtf8 } from 'node:buffer';
import { longestText } from '@app/cases';
import { Malformed } from '@app/case-handling';

export const limits = { command: 64 * 1024, event: 256 * 1024, batch: 1024 * 1024, depth: 32 } as const;

/** The body is longer than this kind of request may be. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
  constructor(readonly limit: number) {
    super(`the body is longer than ${limit} bytes`);
  }
}

/** Reads a JSON body strictly: well-formed UTF-8, limited depth, and texts that every database can keep. @throws Malformed, BodyTooLarge */
export const readJson = (bytes: Buffer, limit: number): unknown => {
  if (bytes.length > limit) throw new BodyTooLarge(limit);
  if (!isUtf8(bytes)) throw new Malformed([{ pointer: '', message: 'is not well-formed UTF-8' }]);
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Malformed([{ pointer: '', message: 'is not valid JSON' }]);
  }
  inspect(value, '', 0);
  return value;
};

const refuse = (pointer: string, message: string): never => {
  throw new Malformed([{ pointer, message }]);
};

const inspectText = (text: string, pointer: string): void => {
  if (text.length > longestText) refuse(pointer, `is longer than ${longestText} characters`);
  if (!text.isWellFormed()) refuse(pointer, 'contains half of a character (a lone surrogate)');
  if (text.includes('\0')) refuse(pointer, 'contains the NUL character');
};

/** A name as it stands in a JSON pointer (RFC 6901). */
const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

const inspect = (value: unknown, pointer: string, depth: number): void => {
  if (typeof value === 'string') return inspectText(value, pointer);
  if (typeof value !== 'object' || value === null) return;
  if (depth >= limits.depth) refuse('', `is nested deeper than ${limits.depth} levels`);
  for (const [name, member] of Object.entries(value)) {
    const at = `${pointer}/${escaped(name)}`;
    inspectText(name, at);
    // Shapes do not see this name, and what is not seen is not refused.
    if (name === '__proto__') refuse(at, 'unknown field');
    inspect(member, at, depth + 1);
  }
};
