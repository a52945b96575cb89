import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { environmentWith } from '@app/config';

export interface ServerProcess {
  readonly url: string;
  stop(): Promise<void>;
  /** Resolves when the server has ended, by itself or by a signal. */
  readonly ended: Promise<unknown>;
}

const program = join(__dirname, '../../api/src/main.js');

/** Where others keep their log: a server on a folder of its own is to know nothing of that. */
const ofSharedStores = /^HUIYING_(EVENTSTORE|POSTGRES|SEGMENTS|KAFKA)/;

/** The environment of a server that plays. */
export const environmentFor = (settings: Parameters<typeof environmentWith>[0]): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environmentWith(settings)).filter(([name]) => name in settings || !ofSharedStores.test(name)));

/** Starts the server as a process of its own and resolves once it listens. @throws with what it said when it does not */
export const startServerProcess = async (settings: Parameters<typeof environmentWith>[0]): Promise<ServerProcess> => {
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    env: environmentFor(settings),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const url = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const listening = /^huiying is listening on (\S+)/.exec(line);
      if (listening?.[1]) resolve(listening[1]);
    });
    void ended.then(() => reject(new Error('the server ended before it listened')));
  });
  return {
    url,
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};
