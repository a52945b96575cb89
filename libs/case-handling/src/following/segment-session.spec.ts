import { setImmediate as nextTurn } from 'node:timers/promises';
import { caseFactsTable } from '@app/projections';
import { LeaseLost, type SharedRows } from '@app/read-store';
import { BusyOffice, digestsOf, foldedAlone, seeded, until } from './busy-office-for-specs';
import { HeldRows } from './held-rows';
import { SegmentSession } from './segment-session';
import { SharedMemory } from './shared-memory-for-specs';

const unwatched = { changed: () => undefined, parked: () => undefined };

describe('a session', () => {
  const given = async (instead: Partial<SharedRows> = {}) => {
    const [office, memory] = [new BusyOffice(seeded(3)), await SharedMemory.open(3)];
    const handle = memory.handle();
    const rows = new Proxy(handle, { get: (target, name) => Reflect.get(name in instead ? instead : target, name) as unknown });
    const session = async () => {
      const held = await HeldRows.open(rows, 'one', await rows.hold('one', 600_000), unwatched);
      return new SegmentSession(office.store, rows, held);
    };
    return { office, memory, rows: handle, session };
  };

  it('stands, in the middle of a batch too, for as long as a reader asks it to', async () => {
    let stand: number | undefined = 4;
    let asked = 0;
    const standstill = async () => {
      asked += 1;
      return stand;
    };
    const { office, memory, rows, session } = await given({ standstill });
    await office.work(1);
    const [{ stream } = { stream: '' }] = await office.store.readAll(0, 1);
    const earlier = await HeldRows.open(rows, 'one', await rows.hold('one', 600_000), unwatched);
    await earlier.advance([0, 1, 2], earlier.decode(await office.store.readAll(0, 1)), 1);
    for (let n = 0; n < 6; n += 1) await office.append(stream, 'ComplaintReminded', {});
    const one = await session();
    const over = one.run();
    await until('it stands', () => memory.segments.every(({ position }) => position === 4));
    const before = asked;
    await until('it has asked again and again', () => asked > before + 3);
    expect(memory.segments.map(({ position }) => position)).toEqual([4, 4, 4]);
    stand = undefined;
    await until('it has gone on', () => memory.lowest() === 7);
    one.end();
    await over;
    expect(await rows.rows(caseFactsTable)).toMatchObject([{ reminders: 6 }]);
    expect(await digestsOf(rows)).toEqual(await foldedAlone(office.store));
  });

  it.each(['the lease', 'the connection'])('begins nothing more once %s was lost', async (what) => {
    const begun: number[] = [];
    let lose = (): void => undefined;
    const lost = new Promise<void>((resolve) => {
      lose = resolve;
    });
    const applyHeld: SharedRows['applyHeld'] = async (_, { from }) => {
      begun.push(from);
      await lost;
      throw what === 'the lease' ? new LeaseLost('segment 1') : new Error('the connection was cut');
    };
    const { office, session } = await given({ applyHeld });
    await office.work(3_500);
    const over = (await session()).run();
    const refused = over.catch((error: unknown) => error);
    await until('it writes', () => begun.length === 1);
    // Time enough for the next batch to be read and to wait for its turn.
    for (let turn = 0; turn < 20; turn += 1) await nextTurn();
    lose();
    expect(await refused).toBeInstanceOf(Error);
    expect(begun).toEqual([0]);
  });

  it('brings segments that stand lower up to the others, and each event to each segment once', async () => {
    const { office, memory, rows, session } = await given();
    await office.work(50);
    const [first, second, third] = await rows.hold('before', 600_000);
    const held = await HeldRows.open(rows, 'before', [first!, second!, third!], unwatched);
    const upTo = async (segments: readonly number[], position: number) => {
      const from = memory.segments[segments[0]!]!.position;
      const events = (await office.store.readAll(from, 1_000)).filter((event) => event.position <= position);
      await held.advance(segments, held.decode(events), position);
    };
    await upTo([0, 1, 2], 10);
    await upTo([1, 2], 20);
    await upTo([2], 40);
    await rows.release('before');
    const one = await session();
    const over = one.run();
    await until('all are there', () => memory.lowest() === 50);
    one.end();
    await over;
    expect(await digestsOf(rows)).toEqual(await foldedAlone(office.store));
  });
});
