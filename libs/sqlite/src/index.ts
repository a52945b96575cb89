export { lockFile } from './lock-file';
export { openSqlite, scalar, type OpenSqlite, type SqliteSettings } from './open-sqlite';
export type { SqliteDatabase, SqliteStatement, SqliteValue } from './sqlite-database';
export { isBusy, isFull, isStatementsFault, isUniqueViolation, sqliteCode } from './sqlite-errors';
