import { type Table, tables } from '@app/projections';
import { EntitySchema, type EntitySchemaColumnOptions, type MigrationInterface, type QueryRunner } from 'typeorm';
import { indexName } from '../entity-schemas';
import { columnType } from './columns';

const create = [
  // A stream may wait in one segment and not in another, or at another event.
  'DROP TABLE "parked_cases"',
  // Those of other followers are kept for the installation: their work does not begin anew with another generation.
  'DROP TABLE "checkpoints"',
  `CREATE TABLE "parked_cases" (
    "stream" text NOT NULL,
    "segment" integer NOT NULL,
    "position" integer NOT NULL,
    "error" text NOT NULL,
    "parked_at" text NOT NULL,
    "retry_asked" integer NOT NULL,
    PRIMARY KEY ("stream", "segment")
  )`,
  'CREATE TABLE "segments" ("segment" integer NOT NULL, "position" integer NOT NULL, PRIMARY KEY ("segment"))',
  // Apart from the positions: who renews a lease does not wait for the batch that is being written under it.
  `CREATE TABLE "segment_leases" (
    "segment" integer NOT NULL,
    "owner" text NOT NULL,
    "token" bigint NOT NULL,
    "until" timestamp with time zone NOT NULL,
    PRIMARY KEY ("segment")
  )`,
  'CREATE TABLE "members" ("owner" text NOT NULL, "until" timestamp with time zone NOT NULL, PRIMARY KEY ("owner"))',
  `CREATE TABLE "standstills" (
    "asker" text NOT NULL,
    "position" integer NOT NULL,
    "until" timestamp with time zone NOT NULL,
    PRIMARY KEY ("asker")
  )`,
];

const drop = [
  ...['standstills', 'members', 'segment_leases', 'segments', 'parked_cases'].map((name) => `DROP TABLE "${name}"`),
  `CREATE TABLE "parked_cases" (
    "stream" text NOT NULL,
    "position" integer NOT NULL,
    "error" text NOT NULL,
    "parked_at" text NOT NULL,
    PRIMARY KEY ("stream")
  )`,
  'CREATE TABLE "checkpoints" ("name" text NOT NULL, "position" integer NOT NULL, PRIMARY KEY ("name"))',
];

/** What several processes need to keep one generation of rows together; PostgreSQL only. */
export class SharedGenerations1795564800000 implements MigrationInterface {
  readonly name = 'SharedGenerations1795564800000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of create) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of drop) await runner.query(statement);
  }
}

type Kind = 'text' | 'integer' | 'bigint' | 'timestamp with time zone';
type Kinds = Readonly<Record<string, Kind>>;

/** Texts are in the order of their bytes, whatever the database's own order is. */
const ofType = (type: Kind): EntitySchemaColumnOptions => ({ type, ...(type === 'text' && { collation: 'C' }) });

const described = (name: string, key: readonly string[], columns: Kinds): EntitySchema =>
  new EntitySchema({
    name,
    columns: Object.fromEntries(
      Object.entries(columns).map(([column, type]) => [column, { ...ofType(type), primary: key.includes(column) }]),
    ),
  });

const column = (table: Table, name: string): EntitySchemaColumnOptions => ({
  ...ofType(columnType(table, name)),
  primary: table.key.includes(name),
  nullable: table.nullable.includes(name),
});

const ofTable = (table: Table): EntitySchema =>
  new EntitySchema({
    name: table.name,
    columns: Object.fromEntries(Object.keys(table.columns).map((name) => [name, column(table, name)])),
    indices: table.indexes.map((columns) => ({ name: indexName(table, columns), columns: [...columns] })),
  });

const until = 'timestamp with time zone' as const;

/** The tables of a generation as TypeORM describes them: what keeps the migrations honest. */
export const generationSchemas: readonly EntitySchema[] = [
  ...tables.map(ofTable),
  described('parked_cases', ['stream', 'segment'], {
    stream: 'text',
    segment: 'integer',
    position: 'bigint',
    error: 'text',
    parked_at: 'text',
    retry_asked: 'integer',
  }),
  described('segments', ['segment'], { segment: 'integer', position: 'bigint' }),
  described('segment_leases', ['segment'], { segment: 'integer', owner: 'text', token: 'bigint', until }),
  described('members', ['owner'], { owner: 'text', until }),
  described('standstills', ['asker'], { asker: 'text', position: 'bigint', until }),
];
