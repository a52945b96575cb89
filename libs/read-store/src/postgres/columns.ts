import type { Table } from '@app/projections';
import { quoted } from '../sql';

/** Positions in the log may be offsets of bytes, far beyond what an integer of PostgreSQL holds. */
export const isWide = (column: string): boolean => column === 'position';

export const columnType = (table: Table<any>, column: string): 'text' | 'bigint' | 'integer' => {
  if (table.columns[column] === 'text') return 'text';
  return isWide(column) ? 'bigint' : 'integer';
};

interface Found {
  readonly table_name: string;
  readonly column_name: string;
  readonly data_type: string;
  readonly collation_name: string | null;
}

/** Columns of the schema that are not yet as we need them: positions wide enough, and texts in the order of their bytes, as in SQLite. */
export const unsuitedColumns = `SELECT "table_name", "column_name", "data_type", "collation_name" FROM "information_schema"."columns"
  WHERE "table_schema" = current_schema() AND "table_name" <> 'migrations'
    AND (("data_type" = 'text' AND "collation_name" IS DISTINCT FROM 'C') OR ("data_type" = 'integer' AND "column_name" = 'position'))
  ORDER BY "table_name", "ordinal_position"`;

const suited = ({ column_name, data_type }: Found): string =>
  `ALTER COLUMN ${quoted(column_name)} TYPE ${data_type === 'text' ? 'text COLLATE "C"' : 'bigint'}`;

/** Statements that make those columns so, one for each table. The migrations are the same for every database and cannot say it. */
export const suitColumns = (found: readonly Found[]): readonly string[] =>
  [...new Set(found.map(({ table_name }) => table_name))].map((table) => {
    const changes = found.filter(({ table_name }) => table_name === table).map(suited);
    return `ALTER TABLE ${quoted(table)} ${changes.join(', ')}`;
  });
