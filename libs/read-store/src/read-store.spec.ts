import { readStoreContract, temporaryFolders } from '@app/testing';
import { openReadStore } from './open-read-store';

const folders = temporaryFolders();

readStoreContract('an SQLite file', async () => openReadStore({ folder: folders() }));
readStoreContract('memory', () => openReadStore({ memory: true }));
