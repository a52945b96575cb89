import { randomBytes } from 'node:crypto';
import { ask } from './ask';
import { postgresBinaries } from './binaries';
import { PrivateServer } from './private-server';

/** A PostgreSQL server for specs. */
export interface Postgres {
  /** The address of a new and empty database, whose own order of texts is that of a language, not that of bytes. */
  database(): Promise<string>;
  /** Runs statements in a database, from outside. */
  ask<R>(url: string, text: string, values?: readonly unknown[]): Promise<R[]>;
  /** The server itself where it is ours to stop, kill and start again; undefined where it was named by POSTGRES_URL. */
  readonly own: PrivateServer | undefined;
  /** Ends the server, or drops the databases that were made. */
  end(): Promise<void>;
}

const inLanguageOrder = `TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'en-US'`;

const withName = (url: string, name: string): string => {
  const parsed = new URL(url);
  parsed.pathname = `/${name}`;
  return parsed.href;
};

const onServer = (url: string, own: PrivateServer | undefined): Postgres => {
  const made: string[] = [];
  return {
    own,
    ask,
    database: async () => {
      const name = `huiying_spec_${randomBytes(6).toString('hex')}`;
      await ask(url, `CREATE DATABASE ${name} ${inLanguageOrder}`).catch(() => ask(url, `CREATE DATABASE ${name}`));
      made.push(name);
      return withName(url, name);
    },
    end: async () => {
      if (own) return own.remove();
      for (const name of made) await ask(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
};

/** The server of POSTGRES_URL, or else a private one; undefined where neither can be had. */
export const postgres = async (): Promise<Postgres | undefined> => {
  const named = process.env['POSTGRES_URL'];
  if (named) return onServer(named, undefined);
  const binaries = postgresBinaries();
  if (!binaries) return undefined;
  const own = await PrivateServer.start(binaries);
  return onServer(own.url, own);
};

/** Specs that need a real PostgreSQL: one server for the file. Where there is none, it says so loudly instead. */
export const onPostgres = (name: string, body: (given: () => Postgres) => void): void => {
  if (!process.env['POSTGRES_URL'] && !postgresBinaries()) {
    console.warn(`!!! SKIPPED: ${name}: no PostgreSQL here (install its server programs, or set POSTGRES_URL)`);
    it(`${name} needs PostgreSQL, which is not here`, () => expect(postgresBinaries()).toBeUndefined());
    return;
  }
  let server: Postgres;
  beforeAll(async () => {
    server = (await postgres())!;
  });
  afterAll(() => server?.end());
  describe(name, () => body(() => server));
};
