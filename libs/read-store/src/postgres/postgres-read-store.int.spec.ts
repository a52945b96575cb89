import { onPostgres, readStoreContract } from '@app/testing';
import { openReadStore } from '../open-read-store';

onPostgres('PostgreSQL', (given) => {
  readStoreContract('PostgreSQL', async () => openReadStore({ postgres: { url: await given().database() } }));
});
