import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { blocksOf, readPage, root } from './pages';

/** Commands, and the lines they print, `…` for what differs. */
interface Step {
  readonly commands: string;
  readonly prints: readonly string[];
}

const stepsOf = (page: string): readonly Step[] => {
  const blocks = blocksOf(page);
  return blocks.flatMap(({ language, text }, index) => {
    if (language !== 'bash') return [];
    const next = blocks[index + 1];
    return [{ commands: text, prints: next?.language === 'text' ? next.text.trimEnd().split('\n') : [] }];
  });
};

const startServer = 'npm start\n';
const address = /127\.0\.0\.1:8080/g;

/** How long a step, with its builds and starts, may take on a busy machine. */
const patience = 180_000;

const steps = stepsOf(readPage('README.md'));

let folder: string;
let url: string;
let outputs: readonly string[];
let failure: string;
const servers: ChildProcess[] = [];

/** The program is built once, before all steps: npm need not look before each of them. */
const environmentOn = (dataFolder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  HUIYING_DATA: dataFolder,
  HUIYING_PORT: '0',
  HUIYING_LOG: 'error',
  npm_config_ignore_scripts: 'true',
});

/** Starts the built server and resolves to its address. */
const serverOn = (dataFolder: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--enable-source-maps', 'dist/apps/api/src/main.js'], {
      cwd: root,
      env: environmentOn(dataFolder),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    servers.push(child);
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /^huiying is listening on (\S+)/.exec(line);
      if (found?.[1]) resolve(found[1]);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)));
  });

const border = '=== end of step ===';

/** All steps in one shell, as somebody types them in one terminal. */
const runInBash = (commands: readonly string[]) => {
  const script = commands.map((each) => `${each}echo '${border}'\n`).join('');
  const { stdout, status, stderr } = spawnSync('bash', ['-euo', 'pipefail'], {
    input: script.replaceAll(address, new URL(url).host),
    cwd: root,
    env: environmentOn(folder),
    encoding: 'utf8',
    timeout: patience,
  });
  return { printed: stdout.split(`${border}\n`).slice(0, -1), failure: status === 0 ? '' : `exit code ${status}\n${stdout}\n${stderr}` };
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiying-readme-'));
  const build = spawnSync(process.execPath, ['tools/build.js', '--if-stale'], { cwd: root, encoding: 'utf8' });
  if (build.status !== 0) throw new Error(`the build failed:\n${build.stderr}`);
  url = await serverOn(folder);
  const { printed, failure: why } = runInBash(steps.map(({ commands }) => (commands === startServer ? '' : commands)));
  [outputs, failure] = [printed, why];
}, patience);

afterAll(async () => {
  for (const server of servers) if (server.exitCode === null && server.kill()) await once(server, 'exit');
  rmSync(folder, { recursive: true, force: true });
});

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const lineLike = (line: string): RegExp => new RegExp(`^${line.split('…').map(literally).join('.*')}$`);

describe('the README', () => {
  it('can be followed from top to bottom', () => {
    expect(failure).toBe('');
    expect(outputs).toHaveLength(steps.length);
  });

  it.each(steps.flatMap(({ commands, prints }, index) => (prints.length > 0 ? [[commands.split('\n')[0], index] as const] : [])))(
    'shows what is printed by: %s …',
    (_, index) => {
      const lines = outputs[index]?.trimEnd().split('\n') ?? [];
      const expected = steps[index]?.prints ?? [];
      expect(lines).toEqual(expected.map((line) => expect.stringMatching(lineLike(line))));
    },
  );

  it('tells Chinese readers the same commands and the same results', () => {
    expect(stepsOf(readPage('README.zh-CN.md'))).toEqual(steps);
  });
});

describe('the example for intake systems', () => {
  it('runs as it stands', () => {
    const [example] = blocksOf(readPage('docs/intake.md')).filter(({ language }) => language === 'js');
    const key = runInBash(['npm run --silent cli -- intake-key --source urn:hotline:example\n']).printed[0]?.trim();
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', example?.text ?? ''], {
      cwd: root,
      env: { ...process.env, HUIYING_URL: url, HUIYING_KEY: key },
      encoding: 'utf8',
    });
    expect({ stdout, stderr }).toEqual({
      stdout: expect.stringMatching(/^recorded RX-\d{4}-\d{6}\nduplicate RX-\d{4}-\d{6}\n$/),
      stderr: '',
    });
  });
});

describe('the backup of a running server', () => {
  const commands = blocksOf(readPage('docs/operations/running.md')).filter(({ language }) => language === 'bash');
  const [backup = '', erased = '', digest = ''] = commands.map(({ text }) => text);

  it('can be restored: the log is whole, rows come out of it, and personal data can be read', async () => {
    const [copy, restored] = [join(folder, 'backup'), join(folder, 'restored')];
    const here = (text: string) => text.replaceAll('/var/lib/huiying', folder).replaceAll('/backup', copy);
    const backedUp = runInBash([here(backup), here(erased), here(digest)]);
    expect({ failure: backedUp.failure, erased: backedUp.printed[1] }).toEqual({ failure: '', erased: '' });

    cpSync(join(copy, 'log'), restored, { recursive: true });
    cpSync(join(copy, 'keys'), join(restored, 'keys'), { recursive: true });
    const cli = (words: string) => `HUIYING_DATA=${restored} npm run --silent cli -- ${words}\n`;
    const digestOfRestored = here(digest).replaceAll(folder, restored);
    const checked = runInBash([cli('verify'), cli('rebuild'), cli('rebuild --check'), digestOfRestored]);
    expect(checked.failure).toBe('');
    expect(checked.printed[0]).toContain('events agree with the chain');
    expect(checked.printed[2]).toContain('every table equals the one that was served');
    expect(checked.printed[3]).toBe(backedUp.printed[2]);

    const [token = ''] = runInBash([cli('token --as li-na --unit gov-office --role office')]).printed;
    const server = await serverOn(restored);
    const get = async (path: string): Promise<any> =>
      (await fetch(`${server}${path}`, { headers: { authorization: `Bearer ${token.trim()}` } })).json();
    const { items } = await get('/cases?matter=道路&limit=1');
    const personal = await get(`/cases/complaint/${items[0].caseId}/personal`);
    expect(personal.items[0].personal.text).toBe('路灯不亮');
  });
});
