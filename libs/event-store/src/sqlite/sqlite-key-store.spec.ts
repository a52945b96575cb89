import { keyStoreContract, temporaryFolders } from '@app/testing';
import { SqliteKeyStore } from './sqlite-key-store';

const newFolder = temporaryFolders();

keyStoreContract('SQLite', () => SqliteKeyStore.open(newFolder()));
