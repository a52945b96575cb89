import { join } from 'node:path';
import { temporaryFolders } from '@app/testing';
import { RowsFromNewerVersion } from './errors';
import { openWriter } from './open-connection';
import { migrations } from './migrations';

const folders = temporaryFolders();

describe('the migrations', () => {
  it('come to the tables as they are described', async () => {
    const { source } = await openWriter(':memory:');
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
    await source.destroy();
  });

  it('can be taken back, and run again', async () => {
    const { source } = await openWriter(':memory:');
    for (const _ of migrations) await source.undoLastMigration();
    expect(await source.runMigrations()).toHaveLength(migrations.length);
    await source.destroy();
  });

  it('are not run again when the file is opened again', async () => {
    const file = join(folders(), 'rows.db');
    await (await openWriter(file)).close();
    const again = await openWriter(file);
    expect(await again.source.runMigrations()).toEqual([]);
    await again.close();
  });

  it('leave a file alone that a newer version has written', async () => {
    const file = join(folders(), 'rows.db');
    const writer = await openWriter(file);
    await writer.use((statements) =>
      statements.execute(`INSERT INTO "migrations" ("timestamp", "name") VALUES (?, ?)`, [9e12, 'Later9000000000000']),
    );
    await writer.close();
    await expect(openWriter(file)).rejects.toThrow(RowsFromNewerVersion);
    await expect(openWriter(file)).rejects.toThrow(
      `${file} was written by a newer version of huiying: start that version, or remove the file and have the rows rebuilt from the log`,
    );
  });
});
