import { join } from 'node:path';
import { environmentWith } from '@app/config';
import { startProgram } from './children';

export interface RunningServer {
  readonly url: string;
  /** From the start of the process until it listened, in milliseconds. */
  readonly startedIn: number;
  stop(): Promise<void>;
}

const programs = {
  api: '../../apps/api/src/main.js',
  projector: '../../apps/projector/src/main.js',
  exchange: '../../apps/exchange/src/main.js',
  bare: 'bare-server.js',
};

const listening = /listening on (\S+)/;

export type Variables = Readonly<Record<`HUIYING_${string}`, string>>;

/** Starts a program of ours that prints where it listens. */
export const startServer = async (program: keyof typeof programs, folder: string, variables: Variables = {}): Promise<RunningServer> => {
  const before = performance.now();
  const env = environmentWith({ HUIYING_DATA: folder, HUIYING_PORT: '0', HUIYING_LOG: 'error', ...variables });
  const child = await startProgram([join(__dirname, programs[program]), folder], env, (each) => listening.test(each));
  return { url: listening.exec(child.line)![1]!, startedIn: performance.now() - before, stop: () => child.stop() };
};
