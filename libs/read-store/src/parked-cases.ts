import type { Table } from '@app/projections';
import { parkedCasesTable } from './bookkeeping';
import type { Statements } from './connection';
import type { Parking } from './read-store';
import { putRows, removeKeys } from './write-rows';

const table = parkedCasesTable as Table;

export const writeParking = async (statements: Statements, { park = [], unpark = [] }: Parking = {}): Promise<void> => {
  await removeKeys(
    statements,
    table,
    unpark.map((stream) => [stream]),
  );
  await putRows(statements, table, park);
};
