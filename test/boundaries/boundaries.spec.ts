import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type PermittedImports, PlantedProject } from './planted-project';
import { plants, unlistedImports } from './plants';

const table: PermittedImports = require('./permitted-imports.js');

const project = join(__dirname, '../..');
const names = Object.keys(table.libraries);
const sources = ['apps', 'libs', 'bench', 'test'];

/** What dependency-cruiser, run in a folder with that folder's own configuration, has to say: "file rule" lines. */
function violationsIn(folder: string): string[] {
  const cruiser = join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const report = execFileSync(process.execPath, [cruiser, ...sources, '--output-type', 'json'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const { violations } = JSON.parse(report).summary as { violations: { from: string; rule: { name: string } }[] };
  return violations.map(({ from, rule }) => `${from} ${rule.name}`);
}

describe('an import', () => {
  let planted: PlantedProject;
  let violations: string[] = [];

  beforeAll(() => {
    planted = new PlantedProject(table);
    for (const { forbidden, permitted, neighbours = {} } of plants) {
      for (const [file, imported] of [forbidden, permitted]) planted.plantImport(file, imported);
      for (const [file, text] of Object.entries(neighbours)) planted.write(file, text);
    }
    for (const [file, imported] of unlistedImports(table.libraries)) planted.plantImport(file, imported);
    violations = violationsIn(planted.folder);
  });

  afterAll(() => planted.remove());

  const rulesBrokenBy = (file: string) => [
    ...new Set(violations.filter((line) => line.startsWith(`${file} `)).map((line) => line.split(' ')[1])),
  ];

  it.each(plants.map(({ rule, forbidden: [file, imported] }) => [rule, imported, file]))('breaks %s: %s in %s', (rule, _imported, file) =>
    expect(rulesBrokenBy(file)).toContain(rule),
  );

  it.each(plants.map(({ rule, permitted: [file, imported] }) => [rule, imported, file]))('keeps %s: %s in %s', (_rule, _imported, file) =>
    expect(rulesBrokenBy(file)).toEqual([]),
  );

  it.each(names.filter((name) => !table.libraries[name]?.anything))('of a library that the row of %s does not name is refused', (name) => {
    const files = unlistedImports(table.libraries)
      .map(([file]) => file)
      .filter((file) => file.startsWith(`libs/${name}/`));
    expect(files.length).toBeGreaterThan(2);
    expect(files.filter((file) => !rulesBrokenBy(file).includes(`${name}:libraries`))).toEqual([]);
  });

  it('breaks every rule there is in one plant or another', () => {
    const { forbidden } = require('../../.dependency-cruiser.js') as { forbidden: { name: string }[] };
    const fired = new Set(violations.map((line) => line.split(' ')[1]));
    expect([...new Set(forbidden.map((rule) => rule.name))].filter((name) => !fired.has(name))).toEqual([]);
  });
});

describe('this project', () => {
  it('keeps to the table', () => expect(violationsIn(project)).toEqual([]));

  it('has a row for every folder in libs/, and a folder for every row', () => {
    const folders = readdirSync(join(project, 'libs'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((entry) => entry.name).toSorted()).toEqual([...names].toSorted());
  });
});
