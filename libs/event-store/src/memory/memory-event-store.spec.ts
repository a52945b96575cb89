import { eventStoreContract } from '@app/testing';
import { MemoryEventStore } from './memory-event-store';

eventStoreContract('in memory', () => new MemoryEventStore());
