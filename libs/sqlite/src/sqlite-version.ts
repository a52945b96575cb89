/** Older versions have a race between WAL writers and checkpoints that can corrupt the file. */
export const oldestSafeSqlite = '3.51.3';

export function isSafeSqlite(version: string): boolean {
  const [wanted, given] = [oldestSafeSqlite, version].map((text) => text.split('.').map(Number));
  for (const [index, part] of wanted!.entries()) {
    const actual = given![index] ?? 0;
    if (actual !== part) return actual > part;
  }
  return true;
}
