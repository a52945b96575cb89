import { Projector } from '@app/case-handling';
import { MemoryEventStore } from '@app/event-store';
import { caseFactsTable } from '@app/projections';
import { openReadStore } from '@app/read-store';
import type { Batch } from './bare-inserts';

const withinMs = 60_000;

/** The row of each case as it stands after each batch of so many events of the log: what a floor has to write. */
export const rowsByBatch = async (log: MemoryEventStore, size: number): Promise<readonly Batch[]> => {
  const [growing, rows] = [new MemoryEventStore(), await openReadStore({ memory: true })];
  const projector = new Projector(growing, rows);
  await projector.start();
  const batches: Batch[] = [];
  for (let after = 0; after < (await log.head()); after += size) {
    const events = await log.readAll(after, size);
    for (const { stream, revision, ...event } of events) await growing.append(stream, revision === 0 ? 'none' : revision - 1, [event]);
    if (!(await projector.reached(await growing.head(), withinMs))) throw new Error('the rows were not folded in time');
    const ids = [...new Set(events.map(({ stream }) => stream.slice(stream.indexOf('-') + 1)))];
    batches.push(new Map([[caseFactsTable, await rows.rows(caseFactsTable, { where: { case_id: ids } })]]));
  }
  await projector.stop();
  await rows.close();
  return batches;
};
