import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

type Row = { anything?: true; libraries: string[]; packages: string[]; folders?: Record<string, Partial<Row>> };

/** The table in permitted-imports.js. */
export type PermittedImports = { libraries: Record<string, Row>; apps: Row };

const project = join(__dirname, '../..');
const rules = ['.dependency-cruiser.js', '.oxlintrc.json', 'tsconfig.json', 'test/boundaries/permitted-imports.js'];

/** A project with the same layout and rules as ours, in which every library is one line long and every package is a stub. */
export class PlantedProject {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'planted-')));

  constructor({ libraries, apps }: PermittedImports) {
    for (const file of rules) cpSync(join(project, file), join(this.folder, file));
    for (const source of ['apps', 'libs', 'bench', 'test']) mkdirSync(join(this.folder, source), { recursive: true });
    for (const name of [...Object.keys(libraries), 'unlisted']) {
      this.write(`libs/${name}/src/index.ts`, 'export const here = true;');
      this.write(`libs/${name}/src/inner.ts`, 'export const here = true;');
    }
    const rows = [...Object.values(libraries), apps].flatMap((row) => [row, ...Object.values(row.folders ?? {})]);
    for (const name of [...rows.flatMap((row) => row.packages ?? []), 'left-pad']) this.install(name.replace('*', 'static'));
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), `${text}\n`);
  }

  plantImport(file: string, imported: string): void {
    this.write(file, `import { here } from '${imported}';\nexport const there = here;`);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private install(name: string): void {
    if (name.startsWith('node:')) return;
    this.write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    this.write(`node_modules/${name}/index.js`, 'exports.here = true;');
  }
}
