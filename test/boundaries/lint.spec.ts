import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type PermittedImports, PlantedProject } from './planted-project';

const table: PermittedImports = require('./permitted-imports.js');
const modules = join(__dirname, '../../node_modules');

const injected = `
import { Clock } from './clock';
const Injectable = (): ClassDecorator => () => undefined;
@Injectable()
export class Intake {
  constructor(private readonly clock: Clock) {}
  now = () => this.clock;
}`;

/** [rule, file, its text]; `-` stands for: no rule is broken. */
const plants: [rule: string, file: string, text: string][] = [
  ['no-floating-promises', 'apps/api/src/p1.ts', 'const go = async () => 1;\nexport const start = () => { go(); };'],
  ['-', 'apps/api/src/c1.ts', 'const go = async () => 1;\nexport const start = async () => { await go(); };'],
  ['no-misused-promises', 'apps/api/src/p2.ts', 'const go = async () => true;\nexport const start = () => (go() ? 1 : 2);'],
  ['-', 'apps/api/src/c2.ts', 'const go = async () => true;\nexport const start = async () => ((await go()) ? 1 : 2);'],
  ['await-thenable', 'apps/api/src/p3.ts', 'export const start = async (n: number) => { const m = await n; return m; };'],
  ['-', 'apps/api/src/c3.ts', 'export const start = async (n: Promise<number>) => { const m = await n; return m; };'],
  ['consistent-type-imports', 'libs/cases/src/p4.ts', "import { Third } from './third';\nexport const first = (third: Third) => third;"],
  ['-', 'libs/cases/src/c4.ts', "import type { Third } from './third';\nexport const first = (third: Third) => third;"],
  ['-', 'apps/api/src/injected.ts', injected],
  ['-', 'libs/case-handling/src/injected.ts', injected],
  ['-', 'libs/event-store/src/injected.ts', injected],
  ['-', 'libs/messaging/src/injected.ts', injected],
  ['-', 'libs/read-store/src/injected.ts', injected],
  ['no-restricted-properties', 'apps/cli/src/p5.ts', 'export const port = process.env.PORT;'],
  ['no-restricted-properties', 'libs/read-store/src/p5.ts', 'const { env } = process;\nexport const port = env.PORT;'],
  ['no-restricted-imports', 'bench/p5.ts', "import { env } from 'node:process';\nexport const port = env.PORT;"],
  ['-', 'libs/config/src/c5.ts', 'export const port = process.env.PORT;'],
  ['-', 'apps/api/src/c5.spec.ts', 'export const port = process.env.PORT;'],
  [
    'no-restricted-properties',
    'libs/read-store/src/p6.ts',
    'export const put = (repository: Map<1, 1> & { save(row: 1): 1 }) => repository.save(1);',
  ],
  ['no-restricted-properties', 'libs/projections/src/p6.ts', 'export const put = (repository: { save(row: 1): 1 }) => repository.save(1);'],
  ['-', 'libs/read-store/src/c6.ts', 'export const put = (runner: { query(sql: string): 1 }) => runner.query("");'],
  ['no-restricted-properties', 'libs/cases/src/p7.ts', 'export const at = () => Date.now();'],
  ['no-restricted-globals', 'libs/reports/src/p7.ts', 'export const id = () => crypto.randomUUID();'],
  ['-', 'libs/reports/src/c7.ts', 'export const at = (now: string) => new Date(now);'],
  ['no-disabled-tests', 'libs/cases/src/p8.spec.ts', "it.skip('waits', () => { expect(1).toBe(1); });"],
  ['no-focused-tests', 'libs/cases/src/p9.spec.ts', "it.only('is alone', () => { expect(1).toBe(1); });"],
  ['no-restricted-properties', 'libs/cases/src/p10.spec.ts', "it.todo('is to come');"],
  ['-', 'libs/cases/src/c8.spec.ts', "it('runs', () => { expect(1).toBe(1); });"],
];

describe('lint', () => {
  let planted: PlantedProject;
  let broken: { code: string; filename: string }[] = [];

  beforeAll(() => {
    planted = new PlantedProject(table);
    for (const name of ['apps/api', 'libs/case-handling', 'libs/event-store', 'libs/messaging', 'libs/read-store']) {
      planted.write(`${name}/src/clock.ts`, 'export class Clock {\n  readonly at = 1;\n}');
    }
    planted.write('libs/cases/src/third.ts', 'export type Third = 3;');
    for (const [, file, text] of plants) planted.write(file, text);
    symlinkSync(join(modules, '@types'), join(planted.folder, 'node_modules/@types'));
    const { stdout } = spawnSync(
      process.execPath,
      [join(modules, 'oxlint/bin/oxlint'), '--type-aware', '--format', 'json', 'apps', 'libs', 'bench'],
      {
        cwd: planted.folder,
        encoding: 'utf8',
        env: { ...process.env, OXLINT_TSGOLINT_PATH: join(modules, '.bin/tsgolint') },
      },
    );
    broken = JSON.parse(stdout).diagnostics;
  });

  afterAll(() => planted.remove());

  it.each(plants)('tells of %s in %s', (rule, file) => {
    const codes = broken.filter(({ filename }) => filename === file).map(({ code }) => code.replace(/.*\((.*)\)/, '$1'));
    expect([...new Set(codes)]).toEqual(rule === '-' ? [] : [rule]);
  });
});
