import { type Table, tables } from '@app/projections';
import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import { checkpointsTable, parkedCasesTable } from './bookkeeping';

/** Every table of a rows file. */
export const allTables: readonly Table[] = [...tables, checkpointsTable, parkedCasesTable];

export const indexName = (table: Table, columns: readonly string[]): string => `${table.name}_by_${columns.join('_')}`;

const column = (table: Table, name: string): EntitySchemaColumnOptions => ({
  type: table.columns[name] as 'text' | 'integer',
  primary: table.key.includes(name),
  nullable: table.nullable.includes(name),
});

/** The table as TypeORM describes it; what keeps the migrations honest (`migrations.spec.ts`). */
const entitySchema = (table: Table): EntitySchema =>
  new EntitySchema({
    name: table.name,
    columns: Object.fromEntries(Object.keys(table.columns).map((name) => [name, column(table, name)])),
    indices: table.indexes.map((columns) => ({ name: indexName(table, columns), columns: [...columns] })),
  });

export const entitySchemas: readonly EntitySchema[] = allTables.map(entitySchema);
