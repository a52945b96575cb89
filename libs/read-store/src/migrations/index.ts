import type { MigrationInterface } from 'typeorm';
import { AnnualReports1795478400000 } from './annual-reports';
import { FirstTables1767225600000 } from './first-tables';
import { Lifecycles1795392000000 } from './lifecycles';

/** Oldest first. A migration that has been released is never edited: another one follows it. */
export const migrations: readonly (new () => MigrationInterface)[] = [
  FirstTables1767225600000,
  Lifecycles1795392000000,
  AnnualReports1795478400000,
];
