import type { Cell, Row, RowChanges, Table } from '@app/projections';
import { setCheckpoint } from './checkpoints';
import type { Statements } from './connection';
import { writeParking } from './parked-cases';
import type { Parking } from './read-store';
import { loadRows, writeChanges } from './write-rows';

/** How a database takes rows and gives them back. */
export interface RowTables {
  load(statements: Statements, table: Table, keys: readonly (readonly Cell[])[]): Promise<Row[]>;
  write(statements: Statements, changes: RowChanges): Promise<void>;
  park(statements: Statements, parking?: Parking): Promise<void>;
  setCheckpoint(statements: Statements, name: string, position: number): Promise<void>;
}

export const sqliteTables: RowTables = { load: loadRows, write: writeChanges, park: writeParking, setCheckpoint };
