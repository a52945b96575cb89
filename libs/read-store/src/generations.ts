import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const firstGeneration = '1';
const permitted = /^[0-9a-z][0-9a-z-]*$/;

export const rowsFolder = (folder: string): string => join(folder, 'rows');

export const rowsFile = (folder: string, generation: string): string => {
  if (!permitted.test(generation)) throw new Error(`${generation} is no name of a generation of rows`);
  return join(rowsFolder(folder), `${generation}.db`);
};

const pointer = (folder: string): string => join(rowsFolder(folder), 'current');

const orNothing = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== 'ENOENT') throw error;
};

/** The generation that is served: the content of `rows/current`, or `1` where nothing has been recorded yet. */
export const currentGeneration = async (folder: string): Promise<string> => {
  const recorded = await readFile(pointer(folder), 'utf8').catch(orNothing);
  return recorded?.trim() || firstGeneration;
};

const generations = async (folder: string): Promise<readonly string[]> => {
  const files = (await readdir(rowsFolder(folder)).catch(orNothing)) ?? [];
  return files.filter((file) => file.endsWith('.db')).map((file) => file.slice(0, -'.db'.length));
};

/** A name that no generation in the folder has. */
export const newGeneration = async (folder: string): Promise<string> => {
  const names = [...(await generations(folder)), await currentGeneration(folder)];
  return String(Math.max(...names.map((name) => Number.parseInt(name, 10) || 0)) + 1);
};

/** Makes what has been written to a file, or a folder's list of files, survive a power cut. */
export const sync = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Records which generation is served from now on. The pointer is replaced at one stroke: readers see the old or the new. */
export const recordGeneration = async (folder: string, generation: string): Promise<void> => {
  rowsFile(folder, generation);
  await mkdir(rowsFolder(folder), { recursive: true });
  const draft = await open(`${pointer(folder)}.new`, 'w');
  try {
    await draft.writeFile(`${generation}\n`);
    await draft.sync();
  } finally {
    await draft.close();
  }
  await rename(`${pointer(folder)}.new`, pointer(folder));
  await sync(rowsFolder(folder));
};

export const removeGeneration = async (folder: string, generation: string): Promise<void> => {
  const file = rowsFile(folder, generation);
  for (const path of [file, `${file}-wal`, `${file}-shm`]) await rm(path, { force: true });
};

/** Deletes the files of every generation but the current one, such as a rebuild that was broken off. */
export const removeOldGenerations = async (folder: string): Promise<void> => {
  const current = await currentGeneration(folder);
  for (const generation of await generations(folder)) if (generation !== current) await removeGeneration(folder, generation);
};
