import { caseFactsTable, type Table } from '@app/projections';
import { givenEvents, on } from '@app/testing';
import { manyRows } from './put-many';
import { openRowsInMemory } from './rows-files';
import { loadRows, putRows } from './write-rows';

const table = caseFactsTable as unknown as Table;
const registered = on('complaint-1', 'ComplaintRegistered', { caseNumber: 'RX-2018-000001', channel: 'phone' });
const [facts] = givenEvents(registered).rows(caseFactsTable);
const rows = Array.from({ length: manyRows + 37 }, (_, id) => ({
  ...facts!,
  case_id: `case-${String(id).padStart(6, '0')}`,
  reminders: id % 3,
}));

const kept = async (put: readonly (typeof rows)[number][]) => {
  const store = await openRowsInMemory();
  const keys = put.map(({ case_id }) => [case_id]);
  const found = await store.writer.transaction(async (statements) => {
    await putRows(statements, table, put);
    await putRows(statements, table, put.slice(0, 3));
    return loadRows(statements, table, keys);
  });
  await store.close();
  return found.toSorted((one, other) => (one['case_id']! < other['case_id']! ? -1 : 1));
};

describe('many rows at once', () => {
  it('are kept as they are, the last few too', async () => expect(await kept(rows)).toEqual(rows));

  it('are kept where a single one differs from all others', async () => {
    const odd = rows.with(manyRows - 1, { ...rows[manyRows - 1]!, promise: 'open', level: 3, returned_by: `o'hara` });
    expect(await kept(odd)).toEqual(odd);
  });
});
