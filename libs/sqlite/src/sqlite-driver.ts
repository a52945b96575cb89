import { isSafeSqlite } from './sqlite-version';
import type { SqliteDriver } from './sqlite-database';

let driver: SqliteDriver | undefined;

/** SQLite as Node brings it where that version is safe, otherwise the prebuilt package with the same interface. */
export function sqliteDriver(): SqliteDriver {
  driver ??= isSafeSqlite(process.versions['sqlite'] ?? '0') ? builtIn() : packaged();
  return driver;
}

// getBuiltinModule, because Jest's own require does not know node:sqlite.
function builtIn(): SqliteDriver {
  return withoutExperimentalWarning(() => process.getBuiltinModule('node:sqlite') as unknown as SqliteDriver);
}

function packaged(): SqliteDriver {
  return require('@photostructure/sqlite');
}

function withoutExperimentalWarning<T>(load: () => T): T {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = (warning: string | Error, ...rest: unknown[]) => {
    if (rest[0] !== 'ExperimentalWarning') Reflect.apply(emitWarning, process, [warning, ...rest]);
  };
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}
