import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, Position } from '@app/event-store';
import { type SharedRows, sharedRows } from '@app/read-store';
import { openLog, openRows, type Place } from '@app/stores';
import { progressBar } from '../progress';
import { rebuildingAlone } from './alone';
import { countText, differences, differencesText, type Digests } from './differences';
import { foldInBulk, foldOn, foldToEnd, positionOf } from './fold';

type Say = (text: string) => void;

const takenUpWithinMs = 10_000;
const lookEveryMs = 100;

const openShared = async (place: Place, generation?: string): Promise<SharedRows> => {
  const rows = sharedRows(await openRows(place, generation));
  if (!rows) throw new Error('the rows are not shared');
  return rows;
};

const closeAll = async (...all: readonly ({ close(): Promise<void> } | undefined)[]): Promise<void> => {
  for (const each of all) await each?.close();
};

/** What is served, at one position at which all of it stands. */
const momentOf = (served: SharedRows): Promise<{ readonly position: Position; readonly digests: Digests }> =>
  served.still(async (position) => ({ position, digests: await served.digest() }));

const fill = async (store: EventStore, fresh: SharedRows, upTo: Position, say: Say): Promise<void> => {
  const bar = progressBar('重建 rebuild', upTo, { counted: false });
  const startedAt = performance.now();
  const events = await foldInBulk(store, fresh, upTo, (position) => bar.at(position));
  bar.end();
  say(countText(events, (performance.now() - startedAt) / 1_000));
};

/** Whether the fresh rows equal the served ones; undefined where that cannot be told. */
const compare = async (store: EventStore, served: SharedRows, fresh: SharedRows, say: Say): Promise<boolean | undefined> => {
  const { position, digests } = await momentOf(served);
  if (position < (await positionOf(fresh))) return undefined;
  await foldOn(store, fresh, position);
  const differing = differences(digests, await fresh.digest());
  say(`比较于位置 ${position} (compared at position ${position})`);
  for (const line of differencesText(differing)) say(line);
  return differing.length === 0;
};

/** Fills a generation and compares it as far as it can be; rows of older rules, or none at all, can be compared with nothing. */
const fillAndCompare = async (store: EventStore, served: SharedRows, fresh: SharedRows, say: Say): Promise<boolean | undefined> => {
  const head = await store.head();
  // The served rows never go back: wherever they will stand, the fresh ones can be brought there from here.
  const known = served.generationOutdated === undefined ? await positionOf(served) : 0;
  const comparable = served.generationOutdated === undefined && (known > 0 || head === 0);
  await fill(store, fresh, comparable ? known : head, say);
  const equal = comparable ? await compare(store, served, fresh, say) : undefined;
  if (equal === undefined) say('没有可比较的原数据 (there are no served rows to compare with)');
  return equal;
};

const kept = async (rows: SharedRows): Promise<number> => (await rows.segments()).filter(({ owner }) => owner !== '').length;

/** Projectors notice by themselves and take the fresh rows up; how many segments they keep then. */
const takenUp = async (rows: SharedRows): Promise<number> => {
  for (const until = Date.now() + takenUpWithinMs; ; await pause(lookEveryMs)) {
    const segments = await kept(rows);
    if (segments > 0 || Date.now() > until) return segments;
  }
};

const serve = async (served: SharedRows, generation: string, say: Say): Promise<void> => {
  const wasKept = (await kept(served)) > 0;
  await served.switchTo(generation);
  say(`现由第 ${generation} 代数据提供服务 (generation ${generation} is served from now on)`);
  if (!wasKept || (await takenUp(served)) === 0) say('尚无 projector 更新各表，请启动 (no projector keeps the rows: start one)');
};

/** Folds the log into a generation beside the one that is served, compares the two at one moment, and goes over to it. Gives the exit code. */
export const rebuildShared = async (place: Place, check: boolean, say: Say): Promise<number> => {
  const store = await openLog(place);
  let served: SharedRows | undefined;
  let fresh: SharedRows | undefined;
  try {
    const rows = (served = await openShared(place));
    return await rebuildingAlone(rows, async (alone) => {
      const generation = await rows.newGeneration();
      const made = (fresh = await openShared(place, generation));
      const equal = await fillAndCompare(store, rows, made, say);
      await alone.still();
      if (check) {
        await made.close();
        await rows.removeOldGenerations();
        return equal ? 0 : 1;
      }
      await foldToEnd(store, made);
      await alone.still();
      await serve(rows, generation, say);
      return 0;
    });
  } finally {
    await closeAll(fresh, served, store);
  }
};

/** Drops every generation but the one that is served. */
export const tidyShared = async (place: Place, say: Say): Promise<number> => {
  const served = await openShared(place);
  try {
    await rebuildingAlone(served, () => served.removeOldGenerations());
    say(`只留下第 ${served.generation} 代数据 (only generation ${served.generation} is left)`);
    return 0;
  } finally {
    await served.close();
  }
};
