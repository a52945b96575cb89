import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const marker = 'demo-year.json';

/**
 * Keeps the invented year out of real data, from which nothing could ever remove it: a folder must be new, empty, or one that this
 * demo has used before. Returns why it may not be used.
 */
export const claimDemoFolder = (folder: string, seed: number): string | undefined => {
  mkdirSync(folder, { recursive: true });
  const files = readdirSync(folder);
  if (files.length === 0) {
    writeFileSync(join(folder, marker), `${JSON.stringify({ seed })}\n`);
    return undefined;
  }
  if (!files.includes(marker))
    return `${folder} 已有其他数据，演示数据不会写入；请另选一个空目录 (it holds other data; choose an empty folder for the demo)`;
  const used = (JSON.parse(readFileSync(join(folder, marker), 'utf8')) as { seed: number }).seed;
  return used === seed ? undefined : `${folder} 已载入种子为 ${used} 的演示数据 (it was loaded with the seed ${used})`;
};
