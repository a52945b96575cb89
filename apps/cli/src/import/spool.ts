import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** A chunk has at least so many characters, and so much of a spool is in memory. */
const chunkLength = 2 ** 20;

const cipherName = 'aes-256-gcm';
const tagLength = 16;

export type Texts = readonly (string | undefined)[];

/** Rows of texts in the order in which they came, however many, for a process that needs them a second time. */
export interface Spool {
  readonly add: (texts: Texts) => void;
  /** Everything that was added; nothing is added any more. @throws when the file was altered meanwhile */
  readonly all: () => Generator<Texts>;
  /** Removes the file; may be repeated. */
  readonly remove: () => void;
}

const fileIn = (folder: string): string => join(folder, 'import.spool');

/** Removes what an import left that was killed. Nobody can read it: its key was in the memory of that process alone. */
export const removeLeftover = (folder: string): void => rmSync(fileIn(folder), { force: true });

/** Each chunk has its number for a nonce, which no other has under this key: chunks out of place do not open. */
const nonceOf = (chunk: number): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(chunk, 8);
  return nonce;
};

const readWhole = (file: number, length: number, position: number): Buffer => {
  const bytes = Buffer.allocUnsafe(length);
  for (let at = 0; at < length; ) {
    const read = readSync(file, bytes, at, length - at, position + at);
    if (read === 0) throw new Error('the spool of the import ends too early');
    at += read;
  }
  return bytes;
};

/**
 * A spool in a file of this folder, encrypted under a key that is in memory alone: personal data never lies on the disk in clear. What does
 * not fill a chunk needs no file.
 */
export const openSpool = (folder: string, enough: number = chunkLength): Spool => {
  const key = randomBytes(32);
  /** Lengths in bytes of the chunks in the file. */
  const chunks: number[] = [];
  let waiting: Texts[] = [];
  let length = 0;
  let file: number | undefined;

  const writeChunk = (): void => {
    file ??= openSync(fileIn(folder), 'w+', 0o600);
    const cipher = createCipheriv(cipherName, key, nonceOf(chunks.length), { authTagLength: tagLength });
    const sealed = Buffer.concat([cipher.update(serialize(waiting)), cipher.final(), cipher.getAuthTag()]);
    writeFileSync(file, sealed);
    chunks.push(sealed.length);
    waiting = [];
    length = 0;
  };

  const readChunk = (from: number, chunk: number, bytes: number, position: number): readonly Texts[] => {
    const sealed = readWhole(from, bytes, position);
    const decipher = createDecipheriv(cipherName, key, nonceOf(chunk), { authTagLength: tagLength });
    decipher.setAuthTag(sealed.subarray(-tagLength));
    return deserialize(Buffer.concat([decipher.update(sealed.subarray(0, -tagLength)), decipher.final()])) as readonly Texts[];
  };

  return {
    add: (texts) => {
      waiting.push(texts);
      for (const text of texts) length += text?.length ?? 0;
      if (length >= enough) writeChunk();
    },
    *all() {
      let position = 0;
      for (const [chunk, bytes] of chunks.entries()) {
        if (file === undefined) throw new Error('the spool of the import has been removed');
        yield* readChunk(file, chunk, bytes, position);
        position += bytes;
      }
      yield* waiting;
    },
    remove: () => {
      if (file === undefined) return;
      closeSync(file);
      file = undefined;
      removeLeftover(folder);
    },
  };
};
