import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const nonceLength = 12;
const tagLength = 16;

/** The key under which the keys of cases lie on the disk, and from which the installation's other secrets come. */
export class MasterKey {
  private readonly wrapping: Uint8Array;

  /** `key`: 32 bytes. */
  constructor(private readonly key: Uint8Array) {
    this.wrapping = this.derive('key wrapping');
  }

  /** 32 bytes that stay the same for this master key and purpose, and tell nothing of it. */
  derive(purpose: string): Uint8Array {
    return new Uint8Array(hkdfSync('sha256', this.key, '', `huiying ${purpose}`, 32));
  }

  /** The owner is bound in: a wrapped key moved to another row does not open. */
  wrap(owner: string, key: Uint8Array): Uint8Array {
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv('aes-256-gcm', this.wrapping, nonce).setAAD(Buffer.from(owner));
    return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  }

  unwrap(owner: string, wrapped: Uint8Array): Uint8Array {
    const decipher = createDecipheriv('aes-256-gcm', this.wrapping, wrapped.subarray(0, nonceLength));
    decipher.setAAD(Buffer.from(owner)).setAuthTag(wrapped.subarray(-tagLength));
    try {
      return new Uint8Array(Buffer.concat([decipher.update(wrapped.subarray(nonceLength, -tagLength)), decipher.final()]));
    } catch (cause) {
      throw new Error(`the key of ${owner} cannot be unwrapped: its row was altered`, { cause });
    }
  }
}

/** Reads the master key from `file`; makes it first where `mayCreate`. */
export function readMasterKey(file: string, mayCreate: boolean): MasterKey {
  if (!existsSync(file)) {
    if (!mayCreate) throw new Error(`the master key ${file} is missing: without it nothing personal can be read`);
    writeDurably(file, `${randomBytes(32).toString('hex')}\n`);
  }
  const text = readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(text)) throw new Error(`${file} does not hold a master key (64 hexadecimal digits)`);
  return new MasterKey(Buffer.from(text, 'hex'));
}

// Whole or not at all, whenever the power fails; of several who begin at the same time the first one's stays.
function writeDurably(file: string, text: string): void {
  const unfinished = `${file}.${process.pid}.new`;
  sync(openSync(unfinished, 'w', 0o600), (descriptor) => writeSync(descriptor, text));
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(unfinished);
  }
  if (process.platform !== 'win32') sync(openSync(dirname(file), 'r'));
}

function sync(descriptor: number, write?: (descriptor: number) => void): void {
  try {
    write?.(descriptor);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
