import { setTimeout as milliseconds } from 'node:timers/promises';
import { Connection } from './connection';
import { openWriter } from './open-connection';

describe('a connection', () => {
  let connection: Connection;
  beforeEach(async () => {
    connection = await openWriter(':memory:');
    await connection.use((statements) => statements.execute('CREATE TABLE "t" ("a" integer)'));
  });
  afterEach(() => connection.close());

  const all = () => connection.use((statements) => statements.query<{ a: number }>('SELECT "a" FROM "t"'));

  it('lets nothing into a transaction that is not part of it', async () => {
    const failing = connection.transaction(async (statements) => {
      await statements.execute('INSERT INTO "t" VALUES (?)', [1]);
      await milliseconds(10);
      throw new Error('no');
    });
    const other = connection.transaction((statements) => statements.execute('INSERT INTO "t" VALUES (?)', [2]));
    const read = all();
    await expect(failing).rejects.toThrow('no');
    await other;
    expect(await read).toEqual([{ a: 2 }]);
  });

  it('goes on after a transaction that SQLite itself has rolled back', async () => {
    const failing = connection.transaction((statements) => statements.execute('ROLLBACK'));
    await expect(failing).rejects.toThrow('no transaction is active');
    await connection.transaction((statements) => statements.execute('INSERT INTO "t" VALUES (?)', [1]));
    expect(await all()).toEqual([{ a: 1 }]);
  });

  it('names the statement that failed, and not its values', async () => {
    const failing = connection.use((statements) => statements.execute('INSERT INTO "u" VALUES (?)', ['secret']));
    await expect(failing).rejects.toThrow('no such table: u in: INSERT INTO "u" VALUES (?)');
    await expect(failing).rejects.not.toThrow('secret');
  });
});
