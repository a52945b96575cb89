import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(__dirname, '../..');
const startsWithinMs = 90_000;
const rememberedLines = 400;

/** Compiles the program where it is older than what it is made from. */
export const buildPrograms = (): void => {
  const { status, stderr, stdout } = spawnSync(process.execPath, ['tools/build.js', '--if-stale'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the program cannot be built: ${stderr}${stdout}`);
};

export const compiled = (app: 'api' | 'projector' | 'exchange'): readonly string[] => [
  '--max-old-space-size=256',
  join(root, `dist/apps/${app}/src/main.js`),
];

/** The server that speaks EventStoreDB's protocol; it is no part of the program and runs from its source. */
export const wireServer = (): readonly string[] => {
  const testing = join(root, 'libs/testing/src');
  return [
    '--max-old-space-size=1024',
    '--require',
    join(testing, 'typescript-in-children.js'),
    join(testing, 'eventstoredb/server-process.ts'),
  ];
};

/** A process of the installation, which can be started, killed and started again. Its address is what its first line of output ends with. */
export class Program {
  private child: ChildProcess | undefined;
  private address: string | undefined;
  private readonly lines: string[] = [];

  constructor(
    readonly name: string,
    private readonly args: readonly string[],
    private readonly environment: NodeJS.ProcessEnv,
  ) {
    process.once('exit', () => this.child?.kill('SIGKILL'));
  }

  /** Undefined while it is not there. */
  get url(): string | undefined {
    return this.address;
  }

  /** What it has printed lately. */
  get said(): string {
    return this.lines.map((line) => `${this.name}: ${line}`).join('\n');
  }

  /** Resolves when it listens. @throws with what it said when it does not */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [...this.args], { cwd: root, env: this.environment, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    const ended = new Promise<undefined>((resolve) => {
      child.once('exit', (code, signal) => {
        if (this.child === child) [this.child, this.address] = [undefined, undefined];
        this.note(`-- ended: ${code ?? signal}`);
        resolve(undefined);
      });
    });
    createInterface({ input: child.stderr }).on('line', (line) => this.note(line));
    const listening = new Promise<string>((resolve) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        this.note(line);
        const found = /(?:^| )(\w+:\/\/\S+)/.exec(line);
        if (found?.[1] && /^(huiying.* is listening on |esdb:)/.test(line)) resolve(found[1]);
      });
    });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => (timer = setTimeout(resolve, startsWithinMs, undefined)));
    const address = await Promise.race([listening, ended, late]);
    clearTimeout(timer);
    if (address === undefined) throw new Error(`${this.name} does not listen:\n${this.said}`);
    this.address = address;
  }

  /** As a power cut would end it. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  /** In good order. */
  stop(): Promise<void> {
    return this.end('SIGTERM');
  }

  /** It holds still: connections stay open, and nothing is answered until `resume`. */
  pause(): void {
    this.child?.kill('SIGSTOP');
  }

  resume(): void {
    this.child?.kill('SIGCONT');
  }

  private async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  private note(line: string): void {
    this.lines.push(`${new Date().toISOString().slice(11, 23)} ${line.slice(0, 1_000)}`);
    if (this.lines.length > rememberedLines) this.lines.shift();
  }
}
