import type { MigrationInterface, QueryRunner } from 'typeorm';

const totals = (columns: readonly string[]): string => `CREATE TABLE "year_totals" (
    ${columns.map((column) => `"${column}" ${column === 'year' || column === 'month' ? 'integer' : 'text'} NOT NULL`).join(',\n    ')},
    "n" integer NOT NULL,
    PRIMARY KEY (${columns.map((column) => `"${column}"`).join(', ')})
  )`;

const figures = (columns: readonly string[], key: string): string => `CREATE TABLE "declared_figures" (
    "year" integer NOT NULL,
    ${columns.map((column) => `"${column}" text NOT NULL,`).join('\n    ')}
    "value" text NOT NULL,
    "source" text NOT NULL,
    "note" text,
    "by_id" text NOT NULL,
    "declared_at" text NOT NULL,
    "position" integer NOT NULL,
    PRIMARY KEY (${key})
  )`;

const years = ['received_year', 'answered_year', 'closed_year'];

const indexBefore = (year: string): string => `CREATE INDEX "case_facts_by_case_type_${year}" ON "case_facts" ("case_type", "${year}")`;
const indexNow = (year: string): string =>
  `CREATE INDEX "case_facts_by_case_type_${year}_case_number" ON "case_facts" ("case_type", "${year}", "case_number")`;

// Nothing is kept: rows of an older version are not used, and folded anew from the log.
const up = [
  'DROP TABLE "year_totals"',
  totals(['basis', 'year', 'month', 'case_type', 'channel', 'kind', 'route', 'unit', 'outcome', 'timing']),
  'DROP TABLE "declared_figures"',
  figures(['unit', 'code'], '"year", "unit", "code"'),
  ...years.map((year) => `DROP INDEX "case_facts_by_case_type_${year}"`),
  ...years.map(indexNow),
  'CREATE INDEX "case_facts_by_accused" ON "case_facts" ("accused")',
];

const down = [
  'DROP TABLE "year_totals"',
  totals(['basis', 'year', 'month', 'case_type', 'channel', 'kind', 'unit', 'outcome', 'timing']),
  'DROP TABLE "declared_figures"',
  figures(['code'], '"year", "code"'),
  'DROP INDEX "case_facts_by_accused"',
  ...years.map((year) => `DROP INDEX "case_facts_by_case_type_${year}_case_number"`),
  ...years.map(indexBefore),
];

/** Totals by route and by the day of settlement, figures by unit, and lists of cases in the order of their numbers. */
export class AnnualReports1795478400000 implements MigrationInterface {
  readonly name = 'AnnualReports1795478400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
