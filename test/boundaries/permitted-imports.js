/**
 * Who may import whom: the whole rule, in one table. What is not listed is forbidden; .dependency-cruiser.js turns each row into rules.
 *
 *   libraries  the libraries of ours that may be imported, as @app/<name>
 *   packages   the vendor packages that may be imported; a star stands for any name in that scope
 *   builtIns   whether Node's own modules may be imported (node:sqlite only where `packages` names it)
 *   folders    sub-folders of src/ that may import more than the rest of their library
 *
 * Specs, test/ and libs/testing may import anything. Changing a row is a decision: give it its own commit and an ADR.
 */
const nest = ['@nestjs/common', '@nestjs/core', 'reflect-metadata', 'rxjs'];

const pure = { builtIns: false };

const libraries = {
  cases: { ...pure, libraries: [], packages: ['zod', 'chinese-days'] },
  projections: { ...pure, libraries: ['cases'], packages: [] },
  reports: { ...pure, libraries: ['cases', 'projections'], packages: [] },
  documents: { ...pure, libraries: ['cases', 'projections', 'reports'], packages: ['docx', 'write-excel-file', 'echarts'] },
  'case-handling': {
    libraries: ['cases', 'projections', 'reports', 'event-store', 'read-store', 'messaging'],
    packages: [...nest, '@nestjs/cqrs', 'zod'],
  },
  'event-store': {
    libraries: [],
    packages: nest,
    folders: { sqlite: { libraries: ['sqlite'] }, eventstoredb: { packages: ['@eventstore/db-client'] }, postgres: { packages: ['pg'] } },
  },
  'read-store': { libraries: ['projections', 'sqlite'], packages: [...nest, 'typeorm'], folders: { postgres: { packages: ['pg'] } } },
  messaging: { libraries: [], packages: [...nest, 'cloudevents'], folders: { kafka: { packages: ['kafkajs'] } } },
  operating: { libraries: ['case-handling', 'event-store', 'read-store'], packages: [...nest, 'pino', 'prom-client'] },
  stores: { libraries: ['config', 'event-store', 'read-store'], packages: nest },
  sqlite: { libraries: [], packages: ['@photostructure/sqlite', 'node:sqlite'] },
  identity: { libraries: ['cases'], packages: ['jose', 'zod'] },
  config: { libraries: [], packages: ['zod'] },
  testing: { anything: true },
};

const everyLibrary = Object.keys(libraries).filter((name) => name !== 'testing');

/** Processes: wiring only, through the libraries' index files, and never another app. */
const apps = {
  libraries: everyLibrary,
  packages: [
    ...nest,
    '@nestjs/platform-fastify',
    '@nestjs/swagger',
    'fastify',
    '@fastify/*',
    'cli-table3',
    'cloudevents',
    'csv-parse',
    'jose',
    'pino',
    'prom-client',
    '@nestjs/cqrs',
    'zod',
  ],
};

/** Folders of libs/cases/src that are not a case type. Case types do not import each other; these may be shared by all. */
const notCaseTypes = ['kernel', 'policies', 'local-rules'];

module.exports = { libraries, apps, notCaseTypes };
