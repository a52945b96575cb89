import { setTimeout as pause } from 'node:timers/promises';
import { noChanges, receiptsTable } from '@app/projections';
import { openPostgresReadStore, segmentOf, type SharedRows } from '@app/read-store';
import { onPostgres } from '@app/testing';
import { SystemClock } from '../business-clock';
import { partsOf } from '../recording/case-ids';
import { BusyOffice, digestsOf, foldedAlone, foldedByOne, rowsArrive, seeded, until } from './busy-office-for-specs';
import { DistantRows } from './distant-rows';
import { rebuild } from './rebuild';
import { SegmentedProjector } from './segmented-projector';
import { SharedMemory } from './shared-memory-for-specs';

/** The rows that several processes share, in one store or another. */
interface Shared {
  /** As one process has them. */
  open(): Promise<SharedRows>;
  /** Ends leases, without anybody having noticed. */
  expire(segments: readonly number[]): Promise<void>;
}

/** Called before a process writes: to be slow, or to throw. */
type Trouble = (owner: string) => Promise<void>;

const segments = 6;

/** The rows, and whatever goes wrong before they are written. */
const troubled = (rows: SharedRows, trouble: () => Trouble): SharedRows =>
  new Proxy(rows, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (name !== 'applyHeld') return value.bind(target);
      return async (...args: Parameters<SharedRows['applyHeld']>) => {
        await trouble()(args[1].owner);
        return target.applyHeld(...args);
      };
    },
  });

class Rig {
  readonly office: BusyOffice;
  trouble: Trouble = async () => undefined;
  /** Ends whatever is held up. */
  letGo: () => void = () => undefined;
  private readonly opened: SharedRows[] = [];
  private readonly started: SegmentedProjector[] = [];

  private constructor(
    readonly shared: Shared,
    readonly rows: SharedRows,
    seed: number,
    readonly leaseMs: number,
  ) {
    this.office = new BusyOffice(seeded(seed));
  }

  static async set(shared: Shared, seed: number, leaseMs: number): Promise<Rig> {
    return new Rig(shared, await shared.open(), seed, leaseMs);
  }

  async projector(owner: string): Promise<SegmentedProjector> {
    const rows = troubled(await this.shared.open(), () => this.trouble);
    this.opened.push(rows);
    const made = new SegmentedProjector(this.office.store, rows, this.distant(rows), { owner, leaseMs: this.leaseMs });
    this.started.push(made);
    await made.start();
    return made;
  }

  /** Two that have half of the rows each. */
  async two(): Promise<readonly [SegmentedProjector, SegmentedProjector]> {
    const [one, two] = [await this.projector('one'), await this.projector('two')];
    await until('each has half', () => one.held() === segments / 2 && two.held() === segments / 2);
    return [one, two];
  }

  distant(rows = this.rows): DistantRows {
    return new DistantRows(this.office.store, rows, new SystemClock());
  }

  async positions(): Promise<readonly number[]> {
    return (await this.rows.segments()).map(({ position }) => position);
  }

  arrive(): Promise<void> {
    return rowsArrive(this.office.store, this.rows);
  }

  /** Of all rows, and of those that one process alone has folded, once they are there. */
  async digests(): Promise<{ readonly shared: object; readonly alone: object }> {
    await this.arrive();
    return { shared: await digestsOf(this.rows), alone: await foldedAlone(this.office.store) };
  }

  async end(): Promise<void> {
    this.letGo();
    await Promise.all(this.started.map((each) => each.stop()));
    await Promise.all([this.rows, ...this.opened].map((each) => each.close()));
  }
}

const projectorsOn = (open: () => Promise<Shared>, leaseMs: number) => {
  let rig: Rig;
  const given = async (seed: number): Promise<Rig> => (rig = await Rig.set(await open(), seed, leaseMs));

  afterEach(() => rig.end());

  describe('projectors that share the rows', () => {
    it('share them fairly, and the rows are those that one alone would have folded', async () => {
      const { office } = await given(1);
      await office.work(300);
      await rig.two();
      await office.work(300);
      const { shared, alone } = await rig.digests();
      expect(shared).toEqual(alone);
    });

    it('leave them to the other at once when one stops', async () => {
      const { office } = await given(2);
      const [one, two] = await rig.two();
      await one.stop();
      const stopped = performance.now();
      await until('the other has all', () => two.held() === segments);
      expect(performance.now() - stopped).toBeLessThan(leaseMs * 5);
      await office.work(50);
      const { shared, alone } = await rig.digests();
      expect(shared).toEqual(alone);
    });

    it.each([3, 4, 5, 6])('come to the rows of one alone whatever is lost, slow or handed over meanwhile (%i)', async (seed) => {
      const { office, rows, shared } = await given(seed);
      const random = seeded(seed * 7);
      let cuts = 0;
      rig.trouble = async () => {
        const fate = random(12);
        if (fate === 0) await shared.expire([random(segments), random(segments)]);
        if (fate === 1) await pause(random(2 * leaseMs));
        if (fate === 2 && (cuts += 1) < 20) throw new Error('the connection was cut');
      };
      const one = await rig.projector('one');
      await Promise.all([rig.projector('two'), rig.projector('three')]);
      for (let round = 0; round < 12; round += 1) {
        await office.work(1 + random(60));
        if (random(3) === 0) await office.poison();
        if (round === 5) await one.stop();
        if (round === 7) await one.start();
        await pause(random(leaseMs));
      }
      rig.trouble = async () => undefined;
      await rig.arrive();
      const { receipts: _, ...shown } = await digestsOf(rows);
      const { receipts: __, ...alone } = await foldedAlone(office.store);
      expect(shown).toEqual(alone);
      // A receipt is another segment's than its case, and does not wait for it: so it is compared with one process that has all segments.
      const byOne = await foldedByOne(office.store, segments);
      expect(await digestsOf(rows)).toEqual(byOne.digests);
      const everywhere = Array.from({ length: segments }, (___, segment) => ({ segment, token: 0, position: 0 }));
      const waiting = ({ stream, segment, position }: (typeof byOne.parked)[number]) => `${segment} ${stream} ${position}`;
      expect((await rows.parkedIn(everywhere)).map(waiting).toSorted()).toEqual(byOne.parked.map(waiting).toSorted());
    });

    it('never keep the same segment, and write nothing once another has taken over', async () => {
      const { office, rows } = await given(9);
      const slow = await rig.projector('slow');
      await office.work(20);
      await rig.arrive();
      let begun = false;
      let goOn = (): void => undefined;
      const paused = new Promise<void>((resolve) => {
        goOn = resolve;
        rig.letGo = resolve;
      });
      rig.trouble = async (owner) => {
        if (owner !== 'slow') return;
        begun = true;
        await paused;
      };
      await office.work(20);
      await until('the slow one is about to write', () => begun);
      // It holds on to what it has read, while others take its segments from under it.
      await rig.shared.expire(Array.from({ length: segments }, (_, segment) => segment));
      const quick = await rig.projector('quick');
      await until('the other has its share', () => quick.held() === segments / 2);
      const kept = async (by: string) => (await rows.segments()).filter(({ owner }) => owner === by).length;
      await until(
        'the slow one has renewed the rest',
        async () => (await kept('slow')) === segments / 2 && (await kept('quick')) === segments / 2,
      );
      goOn();
      rig.trouble = async () => undefined;
      await office.work(20);
      const { shared, alone } = await rig.digests();
      expect(shared).toEqual(alone);
      expect(slow.trouble()).toBeUndefined();
    });

    it('stand for a reader at one position, whose rows are those of a replay up to there, and go on', async () => {
      const { office, rows } = await given(8);
      await rig.two();
      const working = new AbortController();
      const busy = (async () => {
        for (; !working.signal.aborted; await pause(1)) await office.work(5);
      })();
      const seen = [];
      for (let n = 0; n < 5; n += 1) {
        seen.push(
          await rig
            .distant()
            .still(async (position) => ({ position, receipts: (await rows.rows(receiptsTable)).map((row) => row.position) })),
        );
        await pause(20);
      }
      working.abort();
      await busy;
      for (const { position, receipts } of seen) {
        const events = await office.store.readAll(0, position);
        const told = events.filter(({ metadata }) => metadata.includes('"receipt"')).map((event) => event.position);
        expect(receipts.toSorted((a, b) => a - b)).toEqual(told);
      }
      expect(new Set(seen.map(({ position }) => position)).size).toBeGreaterThan(1);
      const { shared, alone } = await rig.digests();
      expect(shared).toEqual(alone);
    });
  });

  describe('a case that cannot be projected', () => {
    it('waits in its own segment alone, also for whoever takes that over', async () => {
      const { office, rows } = await given(10);
      const both = await rig.two();
      await office.work(30);
      const stream = await office.poison();
      await office.work(30);
      await rig.arrive();
      expect((await rows.parked()).map((parked) => parked.stream)).toEqual([stream]);
      const { owner } = (await rows.segments())[segmentOf(partsOf(stream).id, segments)]!;
      await both.find((each) => each.owner === owner)!.stop();
      await office.append(stream, 'ComplaintAnswered', { unit: 'parks' });
      await office.work(30);
      await rig.arrive();
      expect(await rig.distant().retry(stream)).toBe(false);
      expect((await rows.parked()).map((parked) => parked.stream)).toEqual([stream]);
    });

    it('is up to date again when a process that does not keep it asks, and it can be projected now', async () => {
      const { office, rows } = await given(11);
      await office.work(1);
      const [{ stream, position } = { stream: '', position: 0 }] = await office.store.readAll(0, 1);
      const segment = segmentOf(partsOf(stream).id, segments);
      const held = await rows.hold('before', 60_000);
      const parkedCase = { stream, position, error: 'an older program could not', parked_at: '2018-03-01T00:00:00.000Z' };
      for (const each of held) {
        const park = each.segment === segment ? [parkedCase] : [];
        await rows.applyHeld(noChanges, { owner: 'before', held: [each], from: 0, to: 1 }, { park });
      }
      await rows.release('before');
      await rig.two();
      await office.work(100);
      await rig.arrive();
      expect(await rows.parked()).toHaveLength(1);
      expect(await rig.distant().retry(stream)).toBe(true);
      const { receipts: _, ...healed } = await digestsOf(rows);
      const { receipts: __, ...alone } = await foldedAlone(office.store);
      expect(healed).toEqual(alone);
    });
  });
};

describe('in memory', () => {
  projectorsOn(async () => {
    const memory = await SharedMemory.open(segments);
    return { open: async () => memory.handle(), expire: async (which) => memory.expire(which) };
  }, 150);
});

onPostgres('on PostgreSQL', (server) => {
  describe('with leases that end', () => {
    projectorsOn(async () => {
      const url = await server().database();
      const open = () => openPostgresReadStore({ url, segments, poolSize: 3 });
      const first = await open();
      const table = `"rows_${first.generation}"."segment_leases"`;
      await first.close();
      const expire = async (which: readonly number[]) => {
        await server().ask(url, `UPDATE ${table} SET "until" = '-infinity' WHERE "segment" = ANY($1::int[])`, [which]);
      };
      return { open, expire };
    }, 500);
  });

  describe('a projector', () => {
    let rig: Rig;
    const given = async (seed: number) => {
      const url = await server().database();
      const open = () => openPostgresReadStore({ url, segments, poolSize: 3 });
      rig = await Rig.set({ open, expire: async () => undefined }, seed, 1_000);
      return { url, open };
    };

    afterEach(() => rig.end());

    it('goes over to a generation that somebody else has filled and lets be served', async () => {
      const { url } = await given(20);
      const keeper = await rig.projector('one');
      await rig.office.work(200);
      await rig.arrive();
      const generation = await rig.rows.newGeneration();
      const fresh = await openPostgresReadStore({ url, generation, poolSize: 3 });
      await rebuild(rig.office.store, fresh);
      await rig.office.work(50);
      await fresh.switchTo(generation);
      await until('the others read it', () => rig.rows.generation === generation);
      await rig.office.work(50);
      const { shared, alone } = await rig.digests();
      expect(shared).toEqual(alone);
      expect([rig.rows.generation, keeper.trouble()]).toEqual([generation, undefined]);
      await fresh.close();
    });

    it('fills rows of its own rules beside those of an older program, and lets them be served once they are there', async () => {
      const { url, open } = await given(22);
      const older = await rig.projector('older');
      await rig.office.work(300);
      await rig.arrive();
      const served = rig.rows.generation;
      await older.stop();
      await server().ask(url, `UPDATE "huiying"."generations" SET "rows_version" = "rows_version" - 1 WHERE "name" = $1`, [served]);
      await rig.projector('newer');
      await rig.office.work(50);
      const reader = await open();
      await until('they are served', () => reader.generation !== served && reader.generationOutdated === undefined);
      await rowsArrive(rig.office.store, reader);
      expect(await digestsOf(reader)).toEqual(await foldedAlone(rig.office.store));
      await reader.close();
    });

    it('goes on by itself when the server was gone for a while', async () => {
      await given(21);
      const keeper = await rig.projector('one');
      await rig.office.work(200);
      await rig.arrive();
      const { own } = server();
      if (!own) return console.warn('!!! SKIPPED: the server of POSTGRES_URL is not ours to stop');
      await own.kill();
      await rig.office.work(50);
      await until('it tells of it', () => keeper.trouble() !== undefined);
      await own.start();
      await rig.office.work(50);
      await until('the rows are there', () => rig.rows.reached('rows', 300, 1_000).catch(() => false));
      const { shared, alone } = await rig.digests();
      expect(shared).toEqual(alone);
      await until('it tells of nothing any more', () => keeper.trouble() === undefined);
    });
  });
});
