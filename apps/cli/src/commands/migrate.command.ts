import { migrate as migrateFolder } from '../migrate/migrate';
import { type CliCommand, say } from './command';

/** `cli migrate`: from the data folder to EventStoreDB and PostgreSQL; the server must not run. */
export const migrate: CliCommand = {
  usage: '',
  purpose: 'copy log and keys of the data folder to the servers that HUIYING_EVENTSTORE and HUIYING_POSTGRES name, and compare the two',
  options: {},
  run: (_, __, settings) => migrateFolder(settings, say),
};
