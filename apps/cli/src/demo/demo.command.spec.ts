import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { runDemo } from './demo.command';
import type { DemoPlan } from './plan/demo-plan';
import { planYear } from './plan/plan-year';
import { type RehearsalServer, startRehearsal } from './rehearsal/api';

let folder: string;
let stderr: jest.SpyInstance;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-'));
  stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  stderr.mockRestore();
  rmSync(folder, { recursive: true });
});

const year = planYear();
const requests: DemoPlan = { ...year, cases: year.cases.filter(({ type }) => type === 'disclosure' || type === 'proceeding') };

interface Run {
  readonly plan?: DemoPlan;
  readonly exit?: boolean;
  readonly columns?: number;
  readonly prepare?: (server: RehearsalServer) => void;
}

/** Quick unless it is told to load the whole year. */
const run = async ({ plan = requests, exit = true, columns = 120, prepare }: Run = {}) => {
  const server = await startRehearsal();
  let stopped = 0;
  let said = '';
  prepare?.(server);
  const out = Object.assign(new Writable({ write: (text, _, done) => done(void (said += String(text))) }), { columns });
  const stop = async (): Promise<void> => {
    stopped += 1;
    await server.stop();
  };
  const code = await runDemo({ folder, port: 8080, exit, startServer: async () => ({ ...server, stop }), out, plan });
  if (!stopped) await server.stop();
  return { code, said, stopped, url: server.url };
};

describe('the demo', () => {
  it('shows the year as published and stops its server', async () => {
    const { code, said, stopped } = await run({ plan: year });
    expect([code, stopped]).toEqual([0, 1]);
    expect(said).toMatch(/通过不同渠道和方式回应解读 .* 1146 .* 1146 .* 相同/);
    expect(said).toMatch(/其他方式回应事件数 .* 1111 .* 1111 .* 相同/);
    expect(said).toContain('97.3% = 751 / 772');
    expect(said.trimEnd().split('\n').at(-2)).toMatch(/^结论：与已公布的年度报告一致（68行：相同34，年报未列25，有说明9，不同0）/);
    expect(said).not.toContain('Requests received');
  }, 120_000);

  it('leaves its server running unless told otherwise, and says what to try', async () => {
    const { said, stopped, url } = await run({ exit: false });
    expect(stopped).toBe(0);
    expect(said.match(/curl -s/g)).toHaveLength(4);
    expect(said).toContain(`'${url}/reports/annual-response/2018?format=html'`);
    expect(said).toContain(`HUIYING_DATA=${folder} npm run --silent cli -- token`);
  });

  it('has English beside the Chinese on a wide terminal', async () => {
    const { said } = await run({ columns: 200 });
    expect(said).toContain('Requests received');
  });

  it.each([80, 120, 200])('draws straight tables within %i columns', async (columns) => {
    const { said } = await run({ columns });
    const widths = said.split('\n').flatMap((line) => (/^[┌│└]/.test(line) ? widthOf(line) : []));
    expect(new Set(widths).size).toBe(1);
    expect(widths[0]).toBeLessThanOrEqual(columns);
  });

  it('fails when a figure differs from the published one', async () => {
    const { code, said } = await run();
    expect(code).toBe(1);
    expect(said).toMatch(/其他方式回应事件数 .* 0 │ +1111 │ 不同 !!/);
    expect(said).toContain('verdict: DIFFERS');
  });

  it('says where it stopped', async () => {
    const { code, said, stopped } = await run({
      prepare: (server) => {
        server.answerWith = (path) => (path.endsWith('/commands/answer') ? { status: 403, body: { title: '无权办理' } } : undefined);
      },
      exit: false,
    });
    expect([code, stopped]).toEqual([1, 1]);
    expect(said).toMatch(/the demo stopped: \S+, step \d of \d \(AnswerDisclosure, 2018-.*\): 403 无权办理/);
  });

  it('does not touch a folder with other data', async () => {
    writeFileSync(join(folder, 'events.db'), 'real');
    const { code, said } = await run();
    expect(code).toBe(1);
    expect(said).toContain('it holds other data');
    expect(readFileSync(join(folder, 'events.db'), 'utf8')).toBe('real');
  });
});

/** Columns on a terminal: two for a Chinese character or full-width sign. */
const widthOf = (line: string): number => [...line].reduce((sum, sign) => sum + (/[　-鿿＀-｠]/.test(sign) ? 2 : 1), 0);
