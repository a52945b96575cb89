import { scalar, type SqliteDatabase } from '@app/sqlite';
import { DataFolderTooNew } from '../errors';

/** A kind of file we keep, and how it came to be what it is: step n makes format n + 1 of format n. */
export interface FileFormat {
  readonly name: string;
  readonly applicationId: number;
  readonly steps: readonly string[];
}

const versionOf = (database: SqliteDatabase) => Number(scalar(database, 'PRAGMA user_version'));

/** Refuses a file that is not of this kind, or was written by a newer program. Changes nothing. */
export function refuseForeign(database: SqliteDatabase, { name, applicationId, steps }: FileFormat): void {
  const owner = scalar(database, 'PRAGMA application_id');
  const isEmpty = scalar(database, 'SELECT count(*) FROM sqlite_schema') === 0;
  if (owner !== applicationId && !(owner === 0 && isEmpty)) throw new Error(`this file is not ${name}`);
  const version = versionOf(database);
  if (version > steps.length)
    throw new DataFolderTooNew(`${name} has format ${version}, this program knows formats up to ${steps.length}: use the newer program`);
}

/** Refuses, for reading, what has not been brought to this program's format yet. */
export function refuseOlder(database: SqliteDatabase, { name, steps }: FileFormat): void {
  if (versionOf(database) < steps.length) throw new Error(`${name} has an older format: start the server once to renew it`);
}

/** Brings the file to this program's format, all steps or none. */
export function bringUpToDate(database: SqliteDatabase, { applicationId, steps }: FileFormat): void {
  const version = versionOf(database);
  if (version === steps.length) return;
  const missing = steps.slice(version).join('\n');
  database.exec(`BEGIN IMMEDIATE; ${missing}
    PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${steps.length}; COMMIT`);
}
