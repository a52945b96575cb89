/** A file and what it imports. */
export type Import = readonly [file: string, imported: string];

export interface Plant {
  readonly rule: string;
  readonly forbidden: Import;
  /** The nearest thing that is allowed. */
  readonly permitted: Import;
  /** Other files the two need. */
  readonly neighbours?: Readonly<Record<string, string>>;
}

const here = 'export const here = true;';

export const plants: readonly Plant[] = [
  // the pure middle
  {
    rule: 'cases:libraries',
    forbidden: ['libs/cases/src/p1.ts', '@app/projections'],
    permitted: ['libs/projections/src/c1.ts', '@app/cases'],
  },
  { rule: 'cases:packages', forbidden: ['libs/cases/src/p2.ts', '@nestjs/common'], permitted: ['libs/cases/src/c2.ts', 'zod'] },
  { rule: 'cases:packages', forbidden: ['libs/cases/src/p3.ts', 'left-pad'], permitted: ['libs/cases/src/c3.ts', 'chinese-days'] },
  { rule: 'cases:built-ins', forbidden: ['libs/cases/src/p4.ts', 'node:crypto'], permitted: ['libs/cases/src/c4.spec.ts', 'node:crypto'] },
  { rule: 'cases:built-ins', forbidden: ['libs/cases/src/p5.ts', 'fs'], permitted: ['libs/config/src/c5.ts', 'fs'] },
  {
    rule: 'projections:libraries',
    forbidden: ['libs/projections/src/p6.ts', '@app/read-store'],
    permitted: ['libs/read-store/src/c6.ts', '@app/projections'],
  },
  {
    rule: 'projections:packages',
    forbidden: ['libs/projections/src/p7.ts', 'typeorm'],
    permitted: ['libs/read-store/src/c7.ts', 'typeorm'],
  },
  {
    rule: 'projections:built-ins',
    forbidden: ['libs/projections/src/p8.ts', 'node:path'],
    permitted: ['libs/read-store/src/c8.ts', 'node:path'],
  },
  {
    rule: 'reports:libraries',
    forbidden: ['libs/reports/src/p9.ts', '@app/event-store'],
    permitted: ['libs/reports/src/c9.ts', '@app/projections'],
  },
  { rule: 'reports:packages', forbidden: ['libs/reports/src/p10.ts', 'zod'], permitted: ['libs/config/src/c10.ts', 'zod'] },
  {
    rule: 'reports:built-ins',
    forbidden: ['libs/reports/src/p11.ts', 'node:crypto'],
    permitted: ['libs/event-store/src/c11.ts', 'node:crypto'],
  },
  { rule: 'documents:packages', forbidden: ['libs/documents/src/p62.ts', 'zod'], permitted: ['libs/documents/src/c62.ts', 'docx'] },
  {
    rule: 'documents:built-ins',
    forbidden: ['libs/documents/src/p63.ts', 'node:zlib'],
    permitted: ['libs/documents/src/c63.spec.ts', 'node:zlib'],
  },

  // the application layer and the adapters
  {
    rule: 'case-handling:libraries',
    forbidden: ['libs/case-handling/src/p12.ts', '@app/config'],
    permitted: ['libs/case-handling/src/c12.ts', '@app/read-store'],
  },
  {
    rule: 'case-handling:packages',
    forbidden: ['libs/case-handling/src/p13.ts', 'typeorm'],
    permitted: ['libs/case-handling/src/c13.ts', '@nestjs/cqrs'],
  },
  {
    rule: 'case-handling:built-ins',
    forbidden: ['libs/case-handling/src/p14.ts', 'node:sqlite'],
    permitted: ['libs/sqlite/src/c14.ts', 'node:sqlite'],
  },
  {
    rule: 'event-store:libraries',
    forbidden: ['libs/event-store/src/memory/p15.ts', '@app/sqlite'],
    permitted: ['libs/event-store/src/sqlite/c15.ts', '@app/sqlite'],
  },
  {
    rule: 'event-store:packages',
    forbidden: ['libs/event-store/src/p16.ts', '@nestjs/cqrs'],
    permitted: ['libs/event-store/src/c16.ts', '@nestjs/common'],
  },
  {
    rule: 'event-store:packages',
    forbidden: ['libs/event-store/src/p17.ts', '@eventstore/db-client'],
    permitted: ['libs/event-store/src/eventstoredb/c17.ts', '@eventstore/db-client'],
  },
  {
    rule: 'event-store:built-ins',
    forbidden: ['libs/event-store/src/p18.ts', 'node:sqlite'],
    permitted: ['libs/event-store/src/c18.ts', 'node:fs'],
  },
  {
    rule: 'event-store/sqlite:libraries',
    forbidden: ['libs/event-store/src/sqlite/p19.ts', '@app/cases'],
    permitted: ['libs/event-store/src/sqlite/c19.ts', '../inner'],
  },
  {
    rule: 'event-store/sqlite:packages',
    forbidden: ['libs/event-store/src/sqlite/p20.ts', '@photostructure/sqlite'],
    permitted: ['libs/sqlite/src/c20.ts', '@photostructure/sqlite'],
  },
  {
    rule: 'event-store/sqlite:built-ins',
    forbidden: ['libs/event-store/src/sqlite/p21.ts', 'node:sqlite'],
    permitted: ['libs/event-store/src/sqlite/c21.ts', 'node:os'],
  },
  {
    rule: 'event-store/eventstoredb:libraries',
    forbidden: ['libs/event-store/src/eventstoredb/p22.ts', '@app/sqlite'],
    permitted: ['libs/event-store/src/eventstoredb/c22.ts', '../inner'],
  },
  {
    rule: 'event-store/eventstoredb:packages',
    forbidden: ['libs/event-store/src/eventstoredb/p23.ts', 'kafkajs'],
    permitted: ['libs/event-store/src/eventstoredb/c23.ts', 'rxjs'],
  },
  {
    rule: 'event-store/eventstoredb:built-ins',
    forbidden: ['libs/event-store/src/eventstoredb/p24.ts', 'node:sqlite'],
    permitted: ['libs/event-store/src/eventstoredb/c24.ts', 'node:net'],
  },
  {
    rule: 'read-store:libraries',
    forbidden: ['libs/read-store/src/p25.ts', '@app/event-store'],
    permitted: ['libs/read-store/src/c25.ts', '@app/sqlite'],
  },
  {
    rule: 'read-store:packages',
    forbidden: ['libs/read-store/src/p26.ts', '@nestjs/cqrs'],
    permitted: ['libs/read-store/src/c26.ts', 'typeorm'],
  },
  {
    rule: 'read-store:built-ins',
    forbidden: ['libs/read-store/src/p27.ts', 'node:sqlite'],
    permitted: ['libs/read-store/src/c27.ts', 'node:fs'],
  },
  {
    rule: 'messaging:libraries',
    forbidden: ['libs/messaging/src/p28.ts', '@app/cases'],
    permitted: ['libs/messaging/src/c28.ts', './inner'],
  },
  {
    rule: 'messaging:packages',
    forbidden: ['libs/messaging/src/memory/p29.ts', 'kafkajs'],
    permitted: ['libs/messaging/src/kafka/c29.ts', 'kafkajs'],
  },
  {
    rule: 'messaging:built-ins',
    forbidden: ['libs/messaging/src/p30.ts', 'node:sqlite'],
    permitted: ['libs/messaging/src/c30.ts', 'cloudevents'],
  },
  {
    rule: 'messaging/kafka:libraries',
    forbidden: ['libs/messaging/src/kafka/p31.ts', '@app/event-store'],
    permitted: ['libs/messaging/src/kafka/c31.ts', '../inner'],
  },
  {
    rule: 'messaging/kafka:packages',
    forbidden: ['libs/messaging/src/kafka/p32.ts', 'zod'],
    permitted: ['libs/messaging/src/kafka/c32.ts', 'cloudevents'],
  },
  {
    rule: 'messaging/kafka:built-ins',
    forbidden: ['libs/messaging/src/kafka/p33.ts', 'node:sqlite'],
    permitted: ['libs/messaging/src/kafka/c33.ts', 'node:events'],
  },
  {
    rule: 'event-store/postgres:libraries',
    forbidden: ['libs/event-store/src/postgres/p80.ts', '@app/cases'],
    permitted: ['libs/event-store/src/postgres/c80.ts', '../inner'],
  },
  {
    rule: 'event-store/postgres:packages',
    forbidden: ['libs/event-store/src/postgres/p81.ts', 'kafkajs'],
    permitted: ['libs/event-store/src/postgres/c81.ts', 'pg'],
  },
  {
    rule: 'event-store/postgres:built-ins',
    forbidden: ['libs/event-store/src/postgres/p82.ts', 'node:sqlite'],
    permitted: ['libs/event-store/src/postgres/c82.ts', 'node:crypto'],
  },
  {
    rule: 'read-store/postgres:libraries',
    forbidden: ['libs/read-store/src/postgres/p83.ts', '@app/reports'],
    permitted: ['libs/read-store/src/postgres/c83.ts', '../inner'],
  },
  {
    rule: 'read-store/postgres:packages',
    forbidden: ['libs/read-store/src/postgres/p84.ts', 'kafkajs'],
    permitted: ['libs/read-store/src/postgres/c84.ts', 'pg'],
  },
  {
    rule: 'read-store/postgres:built-ins',
    forbidden: ['libs/read-store/src/postgres/p85.ts', 'node:sqlite'],
    permitted: ['libs/read-store/src/postgres/c85.ts', 'node:crypto'],
  },
  { rule: 'sqlite:libraries', forbidden: ['libs/sqlite/src/p34.ts', '@app/event-store'], permitted: ['libs/sqlite/src/c34.ts', './inner'] },
  {
    rule: 'sqlite:packages',
    forbidden: ['libs/sqlite/src/p35.ts', '@nestjs/common'],
    permitted: ['libs/sqlite/src/c35.ts', '@photostructure/sqlite'],
  },
  {
    rule: 'operating:packages',
    forbidden: ['libs/operating/src/p64.ts', 'zod'],
    permitted: ['libs/operating/src/c64.ts', 'prom-client'],
  },
  {
    rule: 'operating:built-ins',
    forbidden: ['libs/operating/src/p65.ts', 'node:sqlite'],
    permitted: ['libs/operating/src/c65.ts', 'node:http'],
  },
  {
    rule: 'stores:libraries',
    forbidden: ['libs/stores/src/p66.ts', '@app/cases'],
    permitted: ['libs/stores/src/c66.ts', '@app/event-store'],
  },
  {
    rule: 'stores:packages',
    forbidden: ['libs/stores/src/p67.ts', 'pg'],
    permitted: ['libs/stores/src/c67.ts', '@nestjs/common'],
  },
  {
    rule: 'stores:built-ins',
    forbidden: ['libs/stores/src/p68.ts', 'node:sqlite'],
    permitted: ['libs/stores/src/c68.ts', 'node:path'],
  },
  { rule: 'config:libraries', forbidden: ['libs/config/src/p36.ts', '@app/cases'], permitted: ['libs/config/src/c36.ts', './inner'] },
  {
    rule: 'config:packages',
    forbidden: ['libs/config/src/p37.ts', '@nestjs/common'],
    permitted: ['libs/messaging/src/c37.ts', '@nestjs/core'],
  },
  { rule: 'config:built-ins', forbidden: ['libs/config/src/p38.ts', 'node:sqlite'], permitted: ['libs/config/src/c38.ts', 'node:os'] },

  // the apps
  {
    rule: 'apps:libraries',
    forbidden: ['apps/api/src/p39.ts', '../../cli/src/main'],
    permitted: ['apps/api/src/c39.ts', './main'],
    neighbours: { 'apps/cli/src/main.ts': here, 'apps/api/src/main.ts': here },
  },
  { rule: 'identity:packages', forbidden: ['libs/identity/src/p46.ts', 'pino'], permitted: ['libs/identity/src/c46.ts', 'jose'] },
  {
    rule: 'identity:built-ins',
    forbidden: ['libs/identity/src/p47.ts', 'node:sqlite'],
    permitted: ['libs/identity/src/c47.ts', 'node:crypto'],
  },
  { rule: 'apps:libraries', forbidden: ['apps/api/src/p40.ts', '@app/testing'], permitted: ['apps/api/src/c40.ts', '@app/case-handling'] },
  {
    rule: 'apps:libraries',
    forbidden: ['apps/api/src/p41.ts', '../../../bench/main'],
    permitted: ['bench/c41.ts', '@app/event-store'],
    neighbours: { 'bench/main.ts': here },
  },
  { rule: 'apps:packages', forbidden: ['apps/api/src/p42.ts', 'typeorm'], permitted: ['apps/api/src/c42.ts', '@nestjs/swagger'] },
  { rule: 'apps:packages', forbidden: ['apps/cli/src/p43.ts', 'typeorm'], permitted: ['apps/api/src/c43.ts', '@fastify/static'] },
  {
    rule: 'apps:packages',
    forbidden: ['apps/cli/src/p44.ts', '../../../package.json'],
    permitted: ['apps/cli/src/c44.ts', 'cli-table3'],
    neighbours: { 'package.json': '{}' },
  },
  { rule: 'apps:built-ins', forbidden: ['apps/cli/src/p45.ts', 'node:sqlite'], permitted: ['apps/cli/src/c45.ts', 'node:process'] },

  // the rules for all
  { rule: 'library-has-a-row', forbidden: ['libs/unlisted/src/p46.ts', './inner'], permitted: ['libs/config/src/c46.ts', './inner'] },
  {
    rule: 'library-has-a-row',
    forbidden: ['test/journeys/p47.spec.ts', '../../libs/unlisted/src/index'],
    permitted: ['test/journeys/c47.spec.ts', '@app/cases'],
  },
  {
    rule: 'through-the-index',
    forbidden: ['libs/reports/src/p48.ts', '../../cases/src/inner'],
    permitted: ['libs/reports/src/c48.ts', '@app/cases'],
  },
  { rule: 'through-the-index', forbidden: ['apps/api/src/p49.ts', '@app/cases/inner'], permitted: ['apps/api/src/c49.ts', '@app/cases'] },
  {
    rule: 'through-the-index',
    forbidden: ['apps/api/src/p50.ts', '../../../libs/cases/src/inner'],
    permitted: ['test/journeys/c50.ts', '../../libs/cases/src/inner'],
  },
  {
    rule: 'across-by-alias',
    forbidden: ['libs/reports/src/p51.ts', '../../cases/src/index'],
    permitted: ['libs/reports/src/c51.ts', '@app/cases'],
  },
  {
    rule: 'across-by-alias',
    forbidden: ['apps/api/src/p52.ts', '../../../libs/cases/src'],
    permitted: ['apps/api/src/c52.ts', '@app/reports'],
  },
  { rule: 'within-by-path', forbidden: ['libs/cases/src/p53.ts', '@app/cases'], permitted: ['libs/cases/src/c53.ts', './inner'] },
  {
    rule: 'case-types-apart',
    forbidden: ['libs/cases/src/letter/p54.ts', '../complaint/complaint.events'],
    permitted: ['libs/cases/src/policies/c54.ts', '../complaint/complaint.events'],
    neighbours: { 'libs/cases/src/complaint/complaint.events.ts': here },
  },
  {
    rule: 'case-types-apart',
    forbidden: ['libs/cases/src/letter/p55.ts', '../proposal'],
    permitted: ['libs/cases/src/letter/c55.ts', '../kernel/dates'],
    neighbours: { 'libs/cases/src/proposal/index.ts': here, 'libs/cases/src/kernel/dates.ts': here },
  },
  { rule: 'testing-from-specs', forbidden: ['bench/p56.ts', '@app/testing'], permitted: ['libs/cases/src/c56.spec.ts', '@app/testing'] },
  { rule: 'testing-from-specs', forbidden: ['libs/cases/src/p57.ts', '@app/testing'], permitted: ['test/faults/c57.ts', '@app/testing'] },
  { rule: 'specs-are-leaves', forbidden: ['libs/cases/src/p58.ts', './c4.spec'], permitted: ['libs/cases/src/c58.spec.ts', './inner'] },
  { rule: 'resolvable', forbidden: ['libs/cases/src/p59.ts', './nowhere'], permitted: ['libs/testing/src/c59.ts', 'left-pad'] },
  { rule: 'resolvable', forbidden: ['test/faults/p60.ts', 'not-installed'], permitted: ['test/faults/c60.ts', 'left-pad'] },
  {
    rule: 'no-cycles',
    forbidden: ['libs/cases/src/p61.ts', './round'],
    permitted: ['libs/cases/src/c61.ts', './inner'],
    neighbours: { 'libs/cases/src/round.ts': "import type { there } from './p61';\nexport const here: typeof there | true = true;" },
  },
];

/** For every library, an import of each library that its row does not name. */
export const unlistedImports = (libraries: Readonly<Record<string, { anything?: true; libraries: string[] }>>): readonly Import[] =>
  Object.entries(libraries)
    .filter(([, row]) => !row.anything)
    .flatMap(([name, row]) =>
      Object.keys(libraries)
        .filter((other) => other !== name && !row.libraries.includes(other))
        .map((other) => [`libs/${name}/src/unlisted-${other}.ts`, `@app/${other}`] as const),
    );
