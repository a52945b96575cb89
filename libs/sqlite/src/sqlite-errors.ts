const full = 13;
const busy = 5;
const unique = [2067, 1555];
const ofTheStatement = [1, 7, 18, 19, 20, 25];

/** SQLite's extended result code; undefined for an error that is not SQLite's. */
export function sqliteCode(error: unknown): number | undefined {
  const code = (error as { errcode?: unknown } | undefined)?.errcode;
  return typeof code === 'number' ? code : undefined;
}

const primary = (error: unknown) => (sqliteCode(error) ?? 0) & 0xff;

/** No room on the disk, or the file's own limit of pages is reached. */
export const isFull = (error: unknown): boolean => primary(error) === full;

/** Another connection holds the lock. */
export const isBusy = (error: unknown): boolean => primary(error) === busy;

export const isUniqueViolation = (error: unknown): boolean => unique.includes(sqliteCode(error) ?? 0);

/** The statement was wrong, or too big for memory: the file and the disk are in order. */
export const isStatementsFault = (error: unknown): boolean => ofTheStatement.includes(primary(error));
