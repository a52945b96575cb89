import { eventStoreContract, temporaryFolders } from '@app/testing';
import { SqliteEventStore } from './sqlite-event-store';

const newFolder = temporaryFolders();

eventStoreContract('SQLite', () => SqliteEventStore.open(newFolder()));
