import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';

/** The installation's own key for staff tokens (Ed25519). */
export interface SigningKey {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

const algorithm = 'EdDSA';

/** Writes a secret so that only its owner can read it, whole or not at all. */
export const writeSecret = (file: string, text: string): void => {
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, text, { mode: 0o600, flush: true });
  renameSync(draft, file);
};

/** The same, unless somebody else was first: theirs stays, so that processes which start together agree. */
const writeFirstSecret = (file: string, text: string): void => {
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, text, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
};

export const keysFolder = (dataFolder: string): string => {
  const folder = join(dataFolder, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
};

/** The key in `keys/signing.jwk` of the data folder, made on first use. */
export const openSigningKey = async (dataFolder: string): Promise<SigningKey> => {
  const file = join(keysFolder(dataFolder), 'signing.jwk');
  if (!existsSync(file)) {
    const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
    writeFirstSecret(file, JSON.stringify(await exportJWK(privateKey)));
  }
  const { d, ...open } = JSON.parse(readFileSync(file, 'utf8')) as JWK;
  return {
    privateKey: (await importJWK({ ...open, d }, algorithm)) as CryptoKey,
    publicKey: (await importJWK(open as JWK, algorithm)) as CryptoKey,
  };
};
