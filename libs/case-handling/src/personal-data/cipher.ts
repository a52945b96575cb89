import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';

const nonceLength = 12;
const tagLength = 16;

// Asking the system for a few random bytes costs more than encrypting a sentence with them; so many are asked for at once.
const pool = Buffer.alloc(nonceLength * 512);
let used = pool.length;

const nextNonce = (): Buffer => {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += nonceLength;
  return Buffer.from(pool.subarray(used - nonceLength, used));
};

/** Encrypts with AES-256-GCM; `boundTo` names the event it belongs to, so that it cannot be moved to another. Out: nonce, tag, ciphertext. */
export const seal = (key: Uint8Array, text: string, boundTo: string): Uint8Array => {
  const nonce = nextNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength }).setAAD(Buffer.from(boundTo));
  // GCM is a stream: everything is there after `update`, and `final` only makes the tag.
  const sealed = cipher.update(text, 'utf8');
  cipher.final();
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
};

/** The text that was sealed. @throws when the key, the event or a byte is not the one it was sealed with */
export const unseal = (key: Uint8Array, sealed: Uint8Array, boundTo: string): string => {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength))
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
  return decipher.update(bytes.subarray(nonceLength + tagLength), undefined, 'utf8') + decipher.final('utf8');
};

/** What the ciphertext of an event is bound to. */
export const bindingOf = (stream: string, eventId: string): string => `${stream}\0${eventId}`;
