/** Runs one statement over a connection of its own. The driver is loaded when it is first needed: most specs have no server. */
export const ask = async <R>(url: string, text: string, values: readonly unknown[] = []): Promise<R[]> => {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text, values as unknown[])).rows as R[];
  } finally {
    await client.end();
  }
};
