import { DistantRows, SegmentedProjector, SystemClock } from '@app/case-handling';
import { MemoryEventStore } from '@app/event-store';
import { openPostgresReadStore } from '@app/read-store';
import { Logger } from '@nestjs/common';
import { fillLog } from './fill-log';

/** A projector whose log costs next to nothing: it has the sample in its own memory, as every other that is started so. */
const main = async (url: string, events: number): Promise<void> => {
  Logger.overrideLogger(['error']);
  const store = new MemoryEventStore();
  await fillLog(store, events);
  const rows = await openPostgresReadStore({ url });
  const projector = new SegmentedProjector(store, rows, new DistantRows(store, rows, new SystemClock()));
  process.once('SIGTERM', () => {
    void projector
      .stop()
      .then(() => rows.close())
      .then(() => process.exit(0));
  });
  await projector.start();
  process.stdout.write('projecting\n');
};

void main(process.argv[2]!, Number(process.argv[3]));
