import { keysOf, projectBatch, projections, tables } from '@app/projections';
import { delivered, on, recorded } from '@app/testing';
import { BulkLoad } from './bulk-load';
import { openRowsInMemory } from './rows-files';
import { SqlReadStore } from './sql-read-store';

const complaint = (id: string, unit: string) => [
  on(`complaint-${id}`, 'ComplaintRegistered', { caseNumber: 'RX-2018-000001', channel: 'phone' }),
  on(`complaint-${id}`, 'ComplaintRouted', { unit }),
  on(`complaint-${id}`, 'ComplaintClosed'),
];
const histories = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) => complaint(id, index % 2 ? 'roads' : 'parks'));
const events = recorded([0, 1, 2].flatMap((turn) => histories.flatMap((history) => history[turn] ?? [])));
const model = delivered(events, events.length);

describe('a bulk load', () => {
  it.each([0, 3, 1_000])('has the rows of the model when it keeps at most %d of them in memory', async (mostKept) => {
    const rows = await openRowsInMemory();
    const load = await BulkLoad.begin(rows, mostKept);
    for (let first = 0; first < events.length; first += 4) {
      const batch = events.slice(first, first + 4);
      const { changes } = projectBatch(projections, await load.load(keysOf(projections, batch)), batch);
      await load.apply(changes, { name: 'rows', from: first, to: batch.at(-1)!.position });
    }
    await load.end();
    const store = new SqlReadStore(rows, () => Promise.reject(new Error('not asked for')));
    for (const table of tables) expect((await store.rows(table)).filter(({ n }) => n !== 0)).toEqual(model.all(table));
    expect(await store.checkpoint('rows')).toBe(events.length);
    await store.close();
  });

  it('leaves the indexes as it found them', async () => {
    const rows = await openRowsInMemory();
    await (await BulkLoad.begin(rows)).end();
    const { upQueries } = await rows.writer.source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
    await rows.close();
  });
});
