import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** Runs `work` on a connection of its own. */
export const onClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Runs `work` with the address of a new and empty database beside `url`, which is dropped afterwards. */
export const inDatabase = async <T>(url: string, work: (url: string) => Promise<T>): Promise<T> => {
  const name = `huiying_bench_${randomBytes(6).toString('hex')}`;
  await onClient(url, (client) => client.query(`CREATE DATABASE ${name}`));
  try {
    return await work(Object.assign(new URL(url), { pathname: `/${name}` }).href);
  } finally {
    await onClient(url, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  }
};
