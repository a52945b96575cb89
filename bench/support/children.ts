import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The folder of the checkout, seen from dist/. */
const root = join(__dirname, '..', '..', '..');
const ownFolder = join(root, 'bench/support');
const typescript = join(root, 'libs/testing/src/typescript-in-children.js');

export interface Child {
  /** The line by which it said that it is ready. */
  readonly line: string;
  /** Ends it in order, and waits until it is gone. */
  stop(): Promise<void>;
}

const started = async (
  args: readonly string[],
  env: NodeJS.ProcessEnv | undefined,
  isReady: (line: string) => boolean,
  end: 'stdin' | 'SIGTERM',
) => {
  const child = spawn(process.execPath, [...args], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (each) => {
      if (isReady(each)) resolve(each);
      // What else is said is trouble.
      else process.stderr.write(`${each}\n`);
    });
    void ended.then(() => reject(new Error(`${args.join(' ')} ended before it was ready`)), reject);
  });
  const stop = async (): Promise<void> => {
    if (end === 'stdin') child.stdin.end();
    else child.kill(end);
    await ended;
  };
  return { line, stop };
};

/** A program of dist/, from the start until it says that it is ready. */
export const startProgram = (args: readonly string[], env: NodeJS.ProcessEnv, isReady: (line: string) => boolean): Promise<Child> =>
  started(['--require', join(ownFolder, 'ends-with-parent.js'), ...args], env, isReady, 'SIGTERM');

/** A server of somebody else's; undefined, and loudly, where it cannot be had. Its line is its address. */
export const startTheirs = async (name: 'postgres' | 'kafka' | 'eventstore', forWhat: string): Promise<Child | undefined> => {
  const child = await started(['--require', typescript, join(ownFolder, 'servers.js'), name], undefined, () => true, 'stdin');
  if (child.line !== '') return child;
  await child.stop();
  process.stderr.write(`!!! SKIPPED: ${forWhat}: no ${name} here !!!\n`);
  return undefined;
};
