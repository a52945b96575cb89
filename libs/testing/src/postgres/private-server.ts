import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ask } from './ask';
import { serverUser } from './binaries';

const run = promisify(execFile);
const startsWithinMs = 60_000;
const user = 'huiying';

/** Small, and quick to start. What is committed is written as in earnest, so that specs may kill the server. */
const settings = (port: number): readonly string[] =>
  Object.entries({
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '64MB',
    max_connections: 200,
    max_wal_size: '512MB',
    log_min_messages: 'panic',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
};

/** A PostgreSQL server of one's own: a private folder, a free port, no password, no durability lost when it is killed. */
export class PrivateServer {
  private child: ChildProcess | undefined;

  private constructor(
    private readonly binaries: string,
    private readonly folder: string,
    private readonly port: number,
  ) {
    process.once('exit', this.killNow);
  }

  static async start(binaries: string): Promise<PrivateServer> {
    const folder = mkdtempSync(join(tmpdir(), 'huiying-postgres-'));
    const account = serverUser();
    if (account) chownSync(folder, account.uid, account.gid);
    const data = join(folder, 'data');
    const options = ['-D', data, '-U', user, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync', '--no-instructions'];
    await run(join(binaries, 'initdb'), options, { cwd: folder, ...account });
    const server = new PrivateServer(binaries, data, await freePort());
    await server.start();
    return server;
  }

  get url(): string {
    return `postgres://${user}@127.0.0.1:${this.port}/postgres`;
  }

  async start(): Promise<void> {
    const until = Date.now() + startsWithinMs;
    // After a kill, the server's other processes may take a moment to go, and it does not start beside them.
    while (!(await this.tryStart())) {
      if (Date.now() > until) throw new Error('PostgreSQL does not start');
      await pause(50);
    }
  }

  /** Ends it in order; connections are cut. */
  stop(): Promise<void> {
    return this.end('SIGINT');
  }

  /** As a power cut ends it. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async remove(): Promise<void> {
    await this.stop();
    process.off('exit', this.killNow);
    rmSync(join(this.folder, '..'), { recursive: true, force: true });
  }

  private readonly killNow = (): void => void this.child?.kill('SIGKILL');

  private async tryStart(): Promise<boolean> {
    const options = { cwd: this.folder, stdio: 'ignore' as const, ...serverUser() };
    const child = spawn(join(this.binaries, 'postgres'), ['-D', this.folder, ...settings(this.port)], options);
    this.child = child;
    while (child.exitCode === null && child.signalCode === null) {
      if (await this.answers()) return true;
      await pause(20);
    }
    return false;
  }

  private answers(): Promise<boolean> {
    return ask(this.url, 'SELECT 1').then(
      () => true,
      () => false,
    );
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }
}
