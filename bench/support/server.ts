import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { environmentWith } from '@app/config';

export interface RunningServer {
  readonly url: string;
  /** From the start of the process until it listened, in milliseconds. */
  readonly startedIn: number;
  stop(): Promise<void>;
}

/** Starts a program of ours that prints where it listens. */
export const startServer = async (program: 'api' | 'bare', folder: string): Promise<RunningServer> => {
  const file = program === 'api' ? '../../apps/api/src/main.js' : 'bare-server.js';
  const before = performance.now();
  const child = spawn(process.execPath, [join(__dirname, file), folder], {
    env: environmentWith({ HUIYING_DATA: folder, HUIYING_PORT: '0', HUIYING_LOG: 'error' }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /listening on (\S+)/.exec(line)?.[1];
    if (!url) continue;
    const ended = once(child, 'exit');
    return {
      url,
      startedIn: performance.now() - before,
      stop: async () => {
        child.kill('SIGTERM');
        await ended;
      },
    };
  }
  throw new Error(`${program} ended before it listened`);
};
