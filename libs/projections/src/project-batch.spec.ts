import { delivered, givenEvents, MemoryRows, on, recorded } from '@app/testing';
import { caseFactsTable } from './case-facts';
import { keysOf, projectBatch } from './project-batch';
import { noChanges, type RowProjection, type Table } from './projection';
import { projections, tables } from './projections';
import { workQueueTable } from './work-queue';
import { yearTotalsTable } from './year-totals';

const received = (id: string) => on(`complaint-${id}`, 'ComplaintRegistered', { caseNumber: `RX-2018-00000${id}`, channel: 'phone' });
const routed = (id: string, unit: unknown = 'roads') => on(`complaint-${id}`, 'ComplaintRouted', { unit });
const closed = (id: string) => on(`complaint-${id}`, 'ComplaintClosed');

describe('projecting a batch', () => {
  it('asks for each row once', () => {
    const keys = keysOf(projections, recorded([received('1'), routed('1'), received('2')]));
    expect(keys.get(caseFactsTable as unknown as Table)).toEqual([['1'], ['2']]);
  });

  it('changes nothing for no events', () =>
    expect(projectBatch(projections, new Map(), [])).toEqual({
      changes: noChanges,
      poisoned: [],
    }));

  it('does not write what has not changed', () => {
    const rows = new MemoryRows();
    const [first, second] = recorded([received('1'), on('complaint-1', 'ComplaintSupplemented')]);
    rows.deliver([first!]);
    const { puts, updates, removals, additions } = rows.deliver([second!]);
    expect([...updates].map(([{ name }, groups]) => [name, groups.map(({ columns }) => columns)])).toEqual([
      ['case_facts', [['revision', 'position']]],
    ]);
    expect(puts.size + removals.size + additions.size).toBe(0);
  });

  it('takes a row away that has gone from a view', () => {
    const rows = new MemoryRows();
    const [first, second] = recorded([received('1'), closed('1')]);
    rows.deliver([first!]);
    expect(rows.deliver([second!]).removals.get(workQueueTable as unknown as Table)).toEqual([['1']]);
  });

  it('writes no counters that end where they began', () => {
    const rows = new MemoryRows();
    const events = recorded([received('1'), routed('1', 'roads'), routed('1', 'parks'), routed('1', 'roads')]);
    rows.deliver(events.slice(0, 2));
    expect(rows.deliver(events.slice(2)).additions.size).toBe(0);
  });
});

describe('an event that cannot be projected', () => {
  it('parks its case and lets the others go on', () => {
    const given = givenEvents(received('1'), routed('1', 42), closed('1'), received('2'), closed('2'));
    given.thenParked({ stream: 'complaint-1', position: 2, message: 'case_facts.unit cannot hold 42' });
    given.thenRows(caseFactsTable, { case_id: '1', status: 'received' }, { case_id: '2', status: 'closed' });
  });

  it('changes none of the tables', () => {
    const given = givenEvents(received('1'), routed('1', 7));
    given.thenRows(caseFactsTable, { status: 'received' });
    given.thenRows(yearTotalsTable, { basis: 'received', unit: '', n: 1 });
    given.thenRows(workQueueTable, { status: 'received' });
  });

  it('keeps its stream parked in later batches', () => {
    const events = recorded([received('1'), received('2'), routed('1'), routed('2')]);
    const { changes } = projectBatch(projections, new Map(), events, new Set(['complaint-1']));
    expect(changes.puts.get(caseFactsTable as unknown as Table)?.map(({ case_id, position }) => [case_id, position])).toEqual([['2', 4]]);
  });

  it('is found too where it is a view that cannot take the row', () => {
    const brittle = {
      ...projections[0]!,
      derived: [
        {
          kind: 'view',
          table: workQueueTable,
          reads: ['unit'],
          of: ({ unit }: { unit: string | null }) => {
            if (unit === 'roads') throw new Error('no view of roads');
            return undefined;
          },
        },
      ],
    } as RowProjection<any>;
    const rows = delivered(recorded([received('1'), received('2'), routed('1'), routed('2', 'parks')]), 4, [brittle]);
    expect(rows.poisoned).toEqual([expect.objectContaining({ stream: 'complaint-1', position: 3, message: 'no view of roads' })]);
    expect(rows.all(caseFactsTable).map(({ status }) => status)).toEqual(['received', 'routed']);
  });
});

describe('the tables', () => {
  it('have different names', () => expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length));

  it('end in the counter n where they are counters', () => {
    for (const derivation of projections.flatMap(({ derived = [] }) => derived)) {
      if (derivation.kind === 'tally') expect(Object.keys(derivation.table.columns)).toEqual([...derivation.table.key, 'n']);
    }
  });
});
