import { createHmac } from 'node:crypto';

/** JSON with the members of every object in order, so that equal contents give equal texts. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  let members = '';
  for (const name of Object.keys(value).toSorted()) {
    const member = (value as Readonly<Record<string, unknown>>)[name];
    if (member !== undefined) members += `${members && ','}${JSON.stringify(name)}:${canonical(member)}`;
  }
  return `{${members}}`;
};

/**
 * A fingerprint by which a repeated request is recognised. Keyed with a secret of the installation: a plain hash of a phone
 * number in the log would give the number away to whoever tries them all.
 */
export const fingerprintOf = (secret: Uint8Array, content: unknown): string =>
  createHmac('sha256', secret).update(canonical(content)).digest('base64url').slice(0, 22);
