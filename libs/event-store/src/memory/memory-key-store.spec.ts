import { keyStoreContract } from '@app/testing';
import { MemoryKeyStore } from './memory-key-store';

keyStoreContract('in memory', () => new MemoryKeyStore());
