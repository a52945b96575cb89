import type { ReadStore } from '@app/read-store';

export type Digests = Awaited<ReturnType<ReadStore['digest']>>;

/** The tables that are not the same in both. */
export const differences = (before: Digests, after: Digests): readonly string[] =>
  [...after].filter(([table, digest]) => before.get(table) !== digest).map(([{ name }]) => name);

export const differencesText = (differing: readonly string[]): readonly string[] =>
  differing.length === 0
    ? ['各表与原数据逐字节一致 (every table equals the one that was served, byte for byte)']
    : differing.map((table) => `  ${table}: 与原数据不同 (differs from the rows that were served)`);

export const countText = (events: number, seconds: number): string =>
  `${events} 条事件，${seconds.toFixed(2)} 秒 (${Math.round(events / seconds)} events/s)`;
