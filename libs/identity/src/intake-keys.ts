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

const oftenEnoughMs = 1_000;

/** Says which intake system presents a key. Keys made while the server runs are known at once. */
export class IntakeKeys {
  private readonly file: string;
  private systems = new Map<string, IntakeSystem>();
  private bySource = new Map<string, IntakeSystem>();
  private readAt = -1;
  private lookedAt = -oftenEnoughMs;

  constructor(dataFolder: string) {
    this.file = fileIn(dataFolder);
  }

  /** Undefined for a key that is not known. */
  find(key: string): IntakeSystem | undefined {
    this.refresh();
    return this.systems.get(hashOf(key));
  }

  /** The system that speaks for a source, as its newest key says; undefined for a source that nobody has a key for. */
  systemOf(source: string): IntakeSystem | undefined {
    // Asked for every message: the file is looked at now and then, and at once for a source that is not known.
    const known = performance.now() - this.lookedAt < oftenEnoughMs ? this.bySource.get(source) : undefined;
    if (known) return known;
    this.refresh();
    return this.bySource.get(source);
  }

  private refresh(): void {
    this.lookedAt = performance.now();
    const changedAt = statSync(this.file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (changedAt === this.readAt) return;
    this.readAt = changedAt;
    const keys = read(this.file);
    this.systems = new Map(keys.map(({ hash, source, unit }) => [hash, { source, unit }]));
    this.bySource = new Map(keys.map(({ source, unit }) => [source, { source, unit }]));
  }
}
