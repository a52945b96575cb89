import { DataFolderInUse, type EventStore, type EventStoreDbEventStore, lockDataFolder, type Verification } from '@app/event-store';
import { openLog, type Place, type SharedStores, sharedStores } from '@app/stores';
import { progressBar } from '../progress';
import { moveLog } from './move-log';

type Say = (text: string) => void;
type Keys = Awaited<ReturnType<SharedStores['bringKeys']>>;

const lock = (folder: string): (() => void) => {
  try {
    return lockDataFolder(folder);
  } catch (error) {
    if (!(error instanceof DataFolderInUse)) throw error;
    throw new Error(`请先停止服务再迁移 (stop the server first): ${error.message}`, { cause: error });
  }
};

const verified = async (title: string, log: EventStore, events: number): Promise<Verification> => {
  const bar = progressBar(title, events);
  const verification = await log.verify((checked) => bar.at(checked));
  bar.end();
  return verification;
};

const copied = async (from: EventStore, to: EventStoreDbEventStore): Promise<void> => {
  const bar = progressBar('迁移日志 log', await from.head());
  await moveLog(from, to, (upTo) => bar.at(upTo));
  bar.end();
};

const line = (name: string, { checked, digest }: Verification, { owners, destroyed }: Keys['from']): string =>
  `${name}  ${checked} 条事件 events · 校验值 digest ${digest} · ${owners} 个密钥 keys（已销毁 destroyed ${destroyed}）`;

const next = [
  '迁移完成，新旧一致 (moved: both are the same)。下一步 next:',
  '  1. 把 keys/ 复制到每个进程的数据目录 (copy keys/ into the data folder of every process)',
  '  2. 启动 projector，各表由其重新生成 (start projectors: they fold the rows)，再启动 exchange 与 api (then exchanges and apis)',
  '  3. 不要再在原数据目录上启动单机服务：其后的事件不会再迁移 (never start a server on the old log again: what it records is not brought over)',
];

const differencesBetween = (ours: Verification, theirs: Verification, { from, to, differing }: Keys): readonly string[] => [
  ...(theirs.firstBad === undefined
    ? []
    : [`新库位置 ${theirs.firstBad} 起与校验值不符 (the copy disagrees with its chain from there on)`]),
  ...(ours.checked === theirs.checked ? [] : ['事件数不同 (not as many events)']),
  ...(ours.digest === theirs.digest ? [] : ['校验值不同 (another digest)']),
  ...(from.owners === to.owners && from.destroyed === to.destroyed ? [] : ['密钥数不同 (not as many keys)']),
  ...(differing === 0 ? [] : [`${differing} 个密钥不同 (${differing} keys are others)`]),
];

const move = async (from: EventStore, shared: SharedStores, say: Say): Promise<number> => {
  const events = await from.head();
  const ours = await verified('校验原库 verify', from, events);
  if (ours.firstBad !== undefined) {
    say(`原日志已被改动，未迁移：位置 ${ours.firstBad} (the log has been altered at this position: nothing was moved)`);
    return 1;
  }
  const to = await shared.openLog();
  try {
    await copied(from, to);
    const keys = await shared.bringKeys();
    const theirs = await verified('校验新库 verify', to, events);
    say(line('原 from', ours, keys.from));
    say(line('新 to  ', theirs, keys.to));
    const differing = differencesBetween(ours, theirs, keys);
    for (const text of differing.length === 0 ? next : differing) say(text);
    return differing.length === 0 ? 0 : 1;
  } finally {
    await to.close();
  }
};

/**
 * Copies log and keys of a data folder, which no server holds meanwhile, to the servers that the settings name, and compares the two.
 * Broken off, it goes on where it was. Gives the exit code.
 */
export const migrate = async (place: Place, say: Say): Promise<number> => {
  const shared = sharedStores(place);
  if (!shared)
    throw new Error('须用 HUIYING_EVENTSTORE 与 HUIYING_POSTGRES 指定迁往何处 (HUIYING_EVENTSTORE and HUIYING_POSTGRES name where to)');
  const from = await openLog({ dataFolder: place.dataFolder, stores: { kind: 'embedded' } });
  try {
    const unlock = lock(place.dataFolder);
    try {
      return await move(from, shared, say);
    } finally {
      unlock();
    }
  } finally {
    await from.close();
  }
};
