import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const debian = '/usr/lib/postgresql';

const installed = (): readonly string[] =>
  existsSync(debian)
    ? readdirSync(debian)
        .toSorted((one, other) => Number(other) - Number(one))
        .map((version) => join(debian, version, 'bin'))
    : [];

const needed = ['initdb', 'postgres'];

/** The folder with the programs of a PostgreSQL server, on the PATH or where the system's package puts them; undefined for none. */
export const postgresBinaries = (): string | undefined =>
  [...(process.env['PATH'] ?? '').split(delimiter), ...installed()].find((folder) =>
    needed.every((program) => existsSync(join(folder, program))),
  );

/** Who runs the server: it refuses to be run by root. Undefined: whoever we are. */
export const serverUser = (): { readonly uid: number; readonly gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = ['postgres', 'nobody'].map((name) => users.find(([user]) => user === name)).find((user) => user !== undefined);
  if (!found) throw new Error('PostgreSQL is not run by root, and there is neither a user postgres nor nobody');
  return { uid: Number(found[2]), gid: Number(found[3]) };
};
