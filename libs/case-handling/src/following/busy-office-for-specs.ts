import { type EventStore, MemoryEventStore, newEventId } from '@app/event-store';
import { openReadStore, type ReadStore, type SharedRows } from '@app/read-store';
import { derivedId } from '../recording/case-ids';
import { HeldRows } from './held-rows';
import { rowsCheckpoint } from './projector';
import { rebuild } from './rebuild';
import { SharedMemory } from './shared-memory-for-specs';

const by = { id: 'li-na', unit: 'gov-office' };
const occurredAt = '2018-03-01T04:00:00Z';

const steps = [
  ['ComplaintRouted', { unit: 'water-works' }],
  ['ComplaintAnswered', { unit: 'water-works' }],
  ['ComplaintRated', { rating: 'satisfied' }],
  ['ComplaintClosed', {}],
] as const;

/** For specs: numbers that look random and are the same in every run. */
export const seeded = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

/** For specs: an office whose log grows by a bit of everything that becomes a row. */
export class BusyOffice {
  private readonly cases: { readonly id: string; done: number }[] = [];
  private said = 0;

  constructor(
    private readonly random: (below: number) => number,
    readonly store: EventStore = new MemoryEventStore(),
  ) {}

  async work(events: number): Promise<void> {
    for (let n = 0; n < events; n += 1) await this.one();
  }

  append(stream: string, type: string, data: unknown, more: object = {}): Promise<unknown> {
    const metadata = JSON.stringify({ occurredAt, by, ...more });
    return this.store.append(stream, 'any', [{ id: newEventId(), type, data: JSON.stringify(data), metadata }]);
  }

  /** A case that was never received, so that its rows must wait. Gives its stream. */
  async poison(): Promise<string> {
    const stream = `complaint-${derivedId('poison', String(++this.said))}`;
    await this.append(stream, 'ComplaintRouted', { unit: 'parks' }, this.origin());
    return stream;
  }

  private async one(): Promise<void> {
    const choice = this.random(20);
    if (choice === 0)
      await this.append('figures-2018', 'FigureDeclared', { year: 2018, code: `5.${this.random(3)}`, value: '1', source: 'x' });
    else if (choice < 8 || this.cases.length === 0) await this.open();
    else await this.goOn(this.cases[this.random(this.cases.length)]!);
  }

  private async open(): Promise<void> {
    const id = derivedId('case', String(this.cases.length));
    this.cases.push({ id, done: 0 });
    const data = {
      caseNumber: `RX-${this.cases.length}`,
      channel: 'phone',
      kind: 'help',
      due: { on: '2018-03-08', rule: 'x', calendar: '2018' },
    };
    await this.append(`complaint-${id}`, 'ComplaintRegistered', data, this.random(2) ? this.origin() : {});
  }

  private async goOn(each: { readonly id: string; done: number }): Promise<void> {
    const step = steps[each.done];
    if (!step) return this.open();
    each.done += 1;
    await this.append(`complaint-${each.id}`, step[0], step[1], this.random(2) ? this.origin() : {});
  }

  private origin(): object {
    const id = String(++this.said);
    return { intake: { receipt: derivedId('receipt', id), source: 'urn:hotline', id, type: 'complaint', subject: `RX-${id}` } };
  }
}

/** For specs: the digests of these rows, by table. */
export const digestsOf = async (rows: ReadStore): Promise<Record<string, string>> =>
  Object.fromEntries([...(await rows.digest())].map(([{ name }, digest]) => [name, digest]));

/** For specs: the digests of rows that one process has folded from the whole log. */
export const foldedAlone = async (store: EventStore): Promise<Record<string, string>> => {
  const rows = await openReadStore({ memory: true });
  await rebuild(store, rows);
  const digests = await digestsOf(rows);
  await rows.close();
  return digests;
};

/** For specs: the digests of rows in as many segments, all kept by one process in one go, and what waits in which. */
export const foldedByOne = async (store: EventStore, segments: number) => {
  const memory = await SharedMemory.open(segments);
  const rows = memory.handle();
  const held = await HeldRows.open(rows, 'one', await rows.hold('one', 600_000), { changed: () => undefined, parked: () => undefined });
  await held.advance(held.lowest().segments, held.decode(await store.readAll(0, 1_000_000)), await store.head());
  const folded = { digests: await digestsOf(rows), parked: await rows.parkedIn(await rows.hold('one', 600_000)) };
  await memory.rows.close();
  return folded;
};

/** For specs: resolves once all rows tell of the whole log. */
export const rowsArrive = async (store: EventStore, rows: SharedRows, withinMs = 60_000): Promise<void> => {
  if (!(await rows.reached(rowsCheckpoint, await store.head(), withinMs))) throw new Error('the rows do not arrive');
};

/** For specs: waits until something is so. */
export const until = async (what: string, isSo: () => boolean | Promise<boolean>, withinMs = 60_000): Promise<void> => {
  for (const end = performance.now() + withinMs; !(await isSo()); ) {
    if (performance.now() > end) throw new Error(`it did not come about that ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
