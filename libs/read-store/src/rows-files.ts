import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { BulkRows } from './bulk-load';
import { setCheckpoint } from './checkpoints';
import type { Connection, Statements } from './connection';
import { removeGeneration, rowsFile, rowsFolder, sync } from './generations';
import { openReader, openWriter } from './open-connection';
import { sqliteTables } from './row-tables';
import { discardOutdated, exists, stampVersion } from './rows-version';

/** The open connections to one generation of rows. */
export interface Rows extends BulkRows {
  readonly generation: string;
  readonly writer: Connection;
  readonly reader: Connection;
  /** Reads all of it as of one moment, without holding up other readers. */
  snapshot<T>(work: (statements: Statements) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const bulkMark = (file: string): string => `${file}-bulk`;

/** A bulk load that was broken off may have left anything behind, so its generation starts anew. */
const discardUnfinished = async (folder: string, generation: string): Promise<void> => {
  const mark = bulkMark(rowsFile(folder, generation));
  if (!(await exists(mark))) return;
  await removeGeneration(folder, generation);
  await rm(mark, { force: true });
};

export const openRowsFile = async (folder: string, generation: string): Promise<Rows> => {
  const file = rowsFile(folder, generation);
  await mkdir(rowsFolder(folder), { recursive: true });
  await discardUnfinished(folder, generation);
  const taken = await discardOutdated(folder, generation);
  const writer = await openWriter(file);
  await stampVersion(writer);
  await writer.use(async (statements) => {
    for (const { name, position } of taken) await setCheckpoint(statements, name, position);
  });
  const reader = await openReader(file);
  const pragma = (text: string) => writer.use((statements) => statements.query(`PRAGMA ${text}`));
  return {
    generation,
    writer,
    reader,
    tables: sqliteTables,
    snapshot: async (work) => {
      const connection = await openReader(file);
      try {
        return await connection.transaction(work);
      } finally {
        await connection.close();
      }
    },
    bulkBegins: async () => {
      await writeFile(bulkMark(file), '');
      await sync(rowsFolder(folder));
      await pragma('synchronous = OFF');
    },
    bulkEnds: async () => {
      await pragma('synchronous = NORMAL');
      await pragma('wal_checkpoint(TRUNCATE)');
      await sync(file);
      await rm(bulkMark(file), { force: true });
      await sync(rowsFolder(folder));
    },
    close: async () => {
      await reader.close();
      // The driver does not do it on closing while a prepared statement lives.
      await pragma('wal_checkpoint(TRUNCATE)');
      await writer.close();
    },
  };
};

/** Rows kept nowhere: one connection for everything, since each would have a memory of its own. */
export const openRowsInMemory = async (): Promise<Rows> => {
  const connection = await openWriter(':memory:');
  return {
    generation: 'memory',
    writer: connection,
    reader: connection,
    tables: sqliteTables,
    snapshot: (work) => connection.transaction(work),
    bulkBegins: async () => {},
    bulkEnds: async () => {},
    close: () => connection.close(),
  };
};
