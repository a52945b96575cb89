import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Load, LoadResult } from './load-generator';

/** Sends requests from a process of its own, so that only the server's work is measured. */
export const sendLoad = async (load: Load): Promise<LoadResult> => {
  const child = fork(join(__dirname, 'load-generator.js'));
  child.send(load);
  const [result] = (await once(child, 'message')) as [LoadResult];
  return result;
};
