import { createHash } from 'node:crypto';

// Our own namespace, so that ids derived here cannot meet ids that somebody else derives from the same words.
const namespace = Buffer.from('8f0c5ad09d3b4c6c9a4e5b1f7f6f2c11', 'hex');

/** UUIDv5 (RFC 9562) of the parts: the same parts give the same id, on every machine and for ever. */
export const derivedId = (...parts: readonly string[]): string => {
  const hash = createHash('sha1').update(namespace).update(parts.join('\0')).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
};

/** `complaint-0190…`: the category is a single word, so that EventStoreDB's category projection works. */
export const streamOf = (category: string, id: string): string => `${category}-${id}`;

/** Category and id of a stream's name. */
export const partsOf = (stream: string): { readonly category: string; readonly id: string } => {
  const dash = stream.indexOf('-');
  return dash < 0 ? { category: stream, id: '' } : { category: stream.slice(0, dash), id: stream.slice(dash + 1) };
};
