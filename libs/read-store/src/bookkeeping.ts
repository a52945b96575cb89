import type { Table } from '@app/projections';
import type { ParkedCase } from './read-store';

export type Checkpoint = { readonly name: string; readonly position: number };

/** How far each follower has come; moves in the transaction that changes the rows. */
export const checkpointsTable: Table<Checkpoint> = {
  name: 'checkpoints',
  columns: { name: 'text', position: 'integer' },
  nullable: [],
  key: ['name'],
  indexes: [],
};

export const parkedCasesTable: Table<ParkedCase> = {
  name: 'parked_cases',
  columns: { stream: 'text', position: 'integer', error: 'text', parked_at: 'text' },
  nullable: [],
  key: ['stream'],
  indexes: [],
};
