import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { keysFolder, writeSecret } from './signing-key';

const IntakeKeysFile = z.array(z.strictObject({ hash: z.string(), source: z.string(), unit: z.string(), createdAt: z.string() }));

/** An intake system as its API key identifies it. */
export interface IntakeSystem {
  /** The CloudEvents `source` it may speak for. */
  readonly source: string;
  /** The unit on whose behalf it reports. */
  readonly unit: string;
}

const fileIn = (dataFolder: string): string => join(keysFolder(dataFolder), 'intake.json');

// A key is 32 random bytes: nobody can try them all, so a plain hash is enough and a slow one would only slow intake down.
const hashOf = (key: string): string => createHash('sha256').update(key).digest('base64url');

const read = (file: string): z.infer<typeof IntakeKeysFile> =>
  existsSync(file) ? IntakeKeysFile.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];

/** Makes a key for an intake system. It is shown once; only its hash is kept. */
export const issueIntakeKey = (dataFolder: string, { source, unit }: IntakeSystem): string => {
  const key = `hyk_${randomBytes(32).toString('base64url')}`;
  const file = fileIn(dataFolder);
  writeSecret(file, JSON.stringify([...read(file), { hash: hashOf(key), source, unit, createdAt: new Date().toISOString() }], null, 2));
  return key;
};

/** Says which intake system presents a key. Keys made while the server runs are known at once. */
export class IntakeKeys {
  private readonly file: string;
  private systems = new Map<string, IntakeSystem>();
  private readAt = -1;

  constructor(dataFolder: string) {
    this.file = fileIn(dataFolder);
  }

  /** Undefined for a key that is not known. */
  find(key: string): IntakeSystem | undefined {
    this.refresh();
    return this.systems.get(hashOf(key));
  }

  private refresh(): void {
    const changedAt = statSync(this.file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (changedAt === this.readAt) return;
    this.readAt = changedAt;
    this.systems = new Map(read(this.file).map(({ hash, source, unit }) => [hash, { source, unit }]));
  }
}
