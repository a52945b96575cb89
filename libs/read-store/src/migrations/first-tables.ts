import type { MigrationInterface, QueryRunner } from 'typeorm';

const create = [
  `CREATE TABLE "case_facts" (
    "case_id" text NOT NULL,
    "case_type" text NOT NULL,
    "case_number" text NOT NULL,
    "status" text NOT NULL,
    "channel" text NOT NULL,
    "kind" text,
    "matter" text,
    "area" text,
    "unit" text,
    "received_on" text NOT NULL,
    "received_year" integer NOT NULL,
    "routed_on" text,
    "signed_in_on" text,
    "due_on" text,
    "due_rule" text,
    "extended" integer NOT NULL,
    "answered_on" text,
    "answered_year" integer,
    "timing" text,
    "outcome" text,
    "rating" text,
    "rated_on" text,
    "closed_on" text,
    "closed_year" integer,
    "reminders" integer NOT NULL,
    "appealed" integer NOT NULL,
    "litigated" integer NOT NULL,
    "erased" integer NOT NULL,
    "source" text,
    "source_number" text,
    "revision" integer NOT NULL,
    "position" integer NOT NULL,
    PRIMARY KEY ("case_id")
  )`,
  'CREATE INDEX "case_facts_by_case_type_received_year" ON "case_facts" ("case_type", "received_year")',
  'CREATE INDEX "case_facts_by_case_type_answered_year" ON "case_facts" ("case_type", "answered_year")',
  'CREATE INDEX "case_facts_by_case_type_closed_year" ON "case_facts" ("case_type", "closed_year")',
  'CREATE INDEX "case_facts_by_case_number" ON "case_facts" ("case_number")',
  'CREATE INDEX "case_facts_by_source_number_source" ON "case_facts" ("source_number", "source")',
  `CREATE TABLE "work_queue" (
    "case_id" text NOT NULL,
    "case_type" text NOT NULL,
    "case_number" text NOT NULL,
    "status" text NOT NULL,
    "channel" text NOT NULL,
    "matter" text,
    "area" text,
    "unit" text NOT NULL,
    "received_on" text NOT NULL,
    "due_on" text NOT NULL,
    "reminders" integer NOT NULL,
    PRIMARY KEY ("case_id")
  )`,
  'CREATE INDEX "work_queue_by_due_on_case_id" ON "work_queue" ("due_on", "case_id")',
  'CREATE INDEX "work_queue_by_unit_due_on_case_id" ON "work_queue" ("unit", "due_on", "case_id")',
  `CREATE TABLE "year_totals" (
    "basis" text NOT NULL,
    "year" integer NOT NULL,
    "month" integer NOT NULL,
    "case_type" text NOT NULL,
    "channel" text NOT NULL,
    "kind" text NOT NULL,
    "unit" text NOT NULL,
    "outcome" text NOT NULL,
    "timing" text NOT NULL,
    "n" integer NOT NULL,
    PRIMARY KEY ("basis", "year", "month", "case_type", "channel", "kind", "unit", "outcome", "timing")
  )`,
  `CREATE TABLE "satisfaction" (
    "year" integer NOT NULL,
    "month" integer NOT NULL,
    "case_type" text NOT NULL,
    "channel" text NOT NULL,
    "unit" text NOT NULL,
    "rating" text NOT NULL,
    "n" integer NOT NULL,
    PRIMARY KEY ("year", "month", "case_type", "channel", "unit", "rating")
  )`,
  `CREATE TABLE "receipts" (
    "receipt_id" text NOT NULL,
    "status" text NOT NULL,
    "source" text NOT NULL,
    "source_id" text NOT NULL,
    "type" text NOT NULL,
    "subject" text NOT NULL,
    "case_type" text,
    "case_id" text,
    "reason" text,
    "position" integer NOT NULL,
    PRIMARY KEY ("receipt_id")
  )`,
  'CREATE INDEX "receipts_by_status_subject" ON "receipts" ("status", "subject")',
  `CREATE TABLE "declared_figures" (
    "year" integer NOT NULL,
    "code" text NOT NULL,
    "value" text NOT NULL,
    "source" text NOT NULL,
    "note" text,
    "by_id" text NOT NULL,
    "declared_at" text NOT NULL,
    "position" integer NOT NULL,
    PRIMARY KEY ("year", "code")
  )`,
  `CREATE TABLE "checkpoints" (
    "name" text NOT NULL,
    "position" integer NOT NULL,
    PRIMARY KEY ("name")
  )`,
  `CREATE TABLE "parked_cases" (
    "stream" text NOT NULL,
    "position" integer NOT NULL,
    "error" text NOT NULL,
    "parked_at" text NOT NULL,
    PRIMARY KEY ("stream")
  )`,
];

const drop = [
  'DROP TABLE "parked_cases"',
  'DROP TABLE "checkpoints"',
  'DROP TABLE "declared_figures"',
  'DROP TABLE "receipts"',
  'DROP TABLE "satisfaction"',
  'DROP TABLE "year_totals"',
  'DROP TABLE "work_queue"',
  'DROP TABLE "case_facts"',
];

/** The tables of version 0.1, in words that SQLite and PostgreSQL both know. */
export class FirstTables1767225600000 implements MigrationInterface {
  readonly name = 'FirstTables1767225600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of create) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of drop) await runner.query(statement);
  }
}
