import { type CaseTypeName, caseTypeNames, caseTypes } from '@app/cases';
import { delivered, type Happening, historiesOf, MemoryRows, on, recorded } from '@app/testing';
import fc from 'fast-check';
import { caseFactsTable } from './case-facts';
import type { ProjectedEvent, Row, Table } from './projection';
import { projections, tables } from './projections';

/** What happened to one case: allowed commands, and now and then an event that no row can take. */
const caseHistories = (type: CaseTypeName, number: number): fc.Arbitrary<readonly Happening[]> =>
  fc.tuple(historiesOf(caseTypes[type] as never), fc.option(fc.nat(20), { freq: 4 })).map(([steps, poisonAt]) => {
    const stream = `${type}-${number}`;
    const happened = steps.flatMap(({ events, context: { at, by } }) =>
      events.map((event) => on(stream, event.type, event.data as object, { at, by })),
    );
    const poison = on(stream, 'ComplaintRouted', { unit: 42 });
    return poisonAt === null ? happened : happened.toSpliced(poisonAt, 0, { ...poison, milestone: 'routed' });
  });

/** Several cases, their events in turn. */
const logs: fc.Arbitrary<readonly ProjectedEvent[]> = fc
  .array(fc.constantFrom(...caseTypeNames), { minLength: 1, maxLength: 4 })
  .chain((types) => fc.tuple(...types.map(caseHistories)))
  .map((cases) => {
    const longest = Math.max(...cases.map(({ length }) => length));
    return recorded(Array.from({ length: longest }, (_, turn) => cases.flatMap((events) => events[turn] ?? [])).flat());
  });

const everything = (rows: MemoryRows): Record<string, readonly Row[]> =>
  Object.fromEntries(tables.map((table) => [table.name, rows.all(table)]));

const inSplits = (events: readonly ProjectedEvent[], sizes: readonly number[]): MemoryRows => {
  const rows = new MemoryRows();
  for (let from = 0, turn = 0; from < events.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    rows.deliver(events.slice(from, from + size));
    from += size;
  }
  return rows;
};

/** The counters as the facts themselves say. */
const recounted = (rows: MemoryRows, table: Table): readonly Row[] => {
  const facts = rows.all(caseFactsTable);
  const counts = new Map<string, Row>();
  for (const derivation of projections.flatMap(({ derived = [] }) => derived)) {
    if (derivation.kind !== 'tally' || derivation.table !== table) continue;
    for (const entry of facts.flatMap((row) => derivation.of(row))) {
      const key = JSON.stringify(entry);
      counts.set(key, { ...entry, n: Number(counts.get(key)?.['n'] ?? 0) + 1 });
    }
  }
  return [...counts.values()];
};

describe('for any log', () => {
  it('any split into batches gives the same rows, counters and parked cases', () => {
    fc.assert(
      fc.property(logs, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }), (events, sizes) => {
        const [whole, split] = [delivered(events, events.length || 1), inSplits(events, sizes)];
        expect(everything(split)).toEqual(everything(whole));
        expect(new Set(split.poisoned)).toEqual(new Set(whole.poisoned));
      }),
      { numRuns: 40 },
    );
  });

  it('the counters are what counting the facts gives', () => {
    fc.assert(
      fc.property(logs, (events) => {
        const rows = delivered(events, 3);
        for (const table of tables.filter(({ columns }) => 'n' in columns)) {
          expect(new Set(rows.all(table))).toEqual(new Set(recounted(rows, table)));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('for any change of a case', () => {
  it('a derivation that names none of the changed columns gives what it gave before', () => {
    const facts = projections.flatMap((each) => (each.derived ?? []).map((derivation) => ({ each, derivation })));
    fc.assert(
      fc.property(logs, (events) => {
        const rows = delivered(events, events.length || 1);
        for (const { each, derivation } of facts)
          for (const row of rows.all(each.table))
            for (const column of Object.keys(each.table.columns).filter(
              (name) => !derivation.reads.includes(name) && !each.table.key.includes(name),
            )) {
              if (column === 'case_type') continue; // a case never changes its type
              const kind = each.table.columns[column];
              expect(derivation.of({ ...row, [column]: kind === 'text' ? 'other' : 77 })).toEqual(derivation.of(row));
            }
      }),
      { numRuns: 20 },
    );
  });
});
