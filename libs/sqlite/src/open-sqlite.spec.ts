import { join } from 'node:path';
import { temporaryFolders } from '@app/testing';
import { isBusy, isFull, isUniqueViolation, openSqlite, scalar } from '.';

const newFolder = temporaryFolders();

describe('an SQLite file', () => {
  const newFile = () => join(newFolder(), 'some.db');

  it.each([
    ['FULL', 2],
    ['NORMAL', 1],
  ] as const)('has a write-ahead log and the durability asked for (%s), on every opening', (synchronous, level) => {
    const file = newFile();
    for (let opening = 0; opening < 2; opening++) {
      const database = openSqlite(file, { synchronous });
      expect(scalar(database, 'PRAGMA journal_mode')).toBe('wal');
      expect(scalar(database, 'PRAGMA synchronous')).toBe(level);
      database.exec('CREATE TABLE IF NOT EXISTS t (a)');
      database.close();
    }
  });

  it('can be refused before anything in it is changed', () => {
    const file = newFile();
    const check = () => {
      throw new Error('not this one');
    };
    expect(() => openSqlite(file, { synchronous: 'FULL', check })).toThrow('not this one');
    const database = openSqlite(file, {
      synchronous: 'FULL',
      check: (opened) => expect(scalar(opened, 'PRAGMA journal_mode')).toBe('delete'),
    });
    database.close();
  });

  it('opened for reading sees what another connection commits, and changes nothing', () => {
    const file = newFile();
    const writer = openSqlite(file, { synchronous: 'FULL' });
    writer.exec('CREATE TABLE t (a)');
    const reader = openSqlite(file, { synchronous: 'FULL', readOnly: true });
    writer.exec('INSERT INTO t VALUES (1)');
    expect(scalar(reader, 'SELECT count(*) FROM t')).toBe(1);
    expect(() => reader.exec('INSERT INTO t VALUES (2)')).toThrow('readonly');
    reader.close();
    writer.close();
  });

  it('can be in memory', () => {
    const database = openSqlite(':memory:', { synchronous: 'NORMAL' });
    expect(scalar(database, 'SELECT 1')).toBe(1);
    database.close();
  });

  it('tells by its errors what went wrong', () => {
    const file = newFile();
    const one = openSqlite(file, { synchronous: 'FULL' });
    const other = openSqlite(file, { synchronous: 'FULL', busyTimeout: 0 });
    one.exec('CREATE TABLE t (a UNIQUE); INSERT INTO t VALUES (1)');
    expect(isUniqueViolation(errorOf(() => one.exec('INSERT INTO t VALUES (1)')))).toBe(true);
    one.exec('BEGIN IMMEDIATE');
    expect(isBusy(errorOf(() => other.exec('BEGIN IMMEDIATE')))).toBe(true);
    one.exec('COMMIT; PRAGMA max_page_count = 4');
    expect(isFull(errorOf(() => one.exec('INSERT INTO t VALUES (zeroblob(100000))')))).toBe(true);
    expect(isFull(new Error('database or disk is full'))).toBe(false);
    one.close();
    other.close();
  });
});

function errorOf(action: () => void): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing went wrong');
}
