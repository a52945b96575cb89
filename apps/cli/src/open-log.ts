import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteEventStore } from '@app/event-store';

/** The log of a data folder, for reading only. @throws with plain words where there is none */
export const openLog = (dataFolder: string): SqliteEventStore => {
  if (!existsSync(join(dataFolder, 'events.db')))
    throw new Error(
      `${dataFolder} 中没有数据，请先启动服务或用 HUIYING_DATA 指定目录 (there is no data in ${dataFolder}: start the server first, or name the folder in HUIYING_DATA)`,
    );
  return SqliteEventStore.open(dataFolder, { readOnly: true });
};
