import { caseFactsTable, keysOf, noChanges, projectBatch, projections, yearTotalsTable } from '@app/projections';
import { follow, on, onPostgres, recorded } from '@app/testing';
import { Client } from 'pg';
import { openPostgresReadStore, type SharedRows } from '..';
import { RowsUnavailable } from './failures';

const cases = (...ids: string[]) =>
  recorded(ids.map((id) => on(`complaint-${id}`, 'ComplaintRegistered', { caseNumber: 'RX-2018-000001', channel: 'phone' })));

const cutAll = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'huiying' AND datname = current_database()`;

onPostgres('rows in a PostgreSQL that is disturbed', (given) => {
  let url: string;
  let store: SharedRows;
  beforeEach(async () => {
    url = await given().database();
    store = await openPostgresReadStore({ url, segments: 4 });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await store.close();
  });

  const ownServer = () => {
    const { own } = given();
    if (!own) console.warn('!!! SKIPPED: the server of POSTGRES_URL is not ours to stop, so nobody has seen what happens then');
    return own;
  };

  const untilItWorks = async <T>(work: () => Promise<T>): Promise<T> => {
    for (const until = Date.now() + 60_000; ; ) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof RowsUnavailable) || Date.now() > until) throw error;
      }
    }
  };

  it('are read on when every connection is cut', async () => {
    await follow(store, cases('a'), 1);
    const reads = Array.from({ length: 20 }, () => store.count(caseFactsTable));
    await given().ask(url, cutAll);
    expect(new Set(await Promise.all(reads))).toEqual(new Set([1]));
    expect(await store.count(caseFactsTable)).toBe(1);
    await untilItWorks(() => store.apply(noChanges, { name: 'policies', from: 0, to: 4 }));
    expect(await store.checkpoint('policies')).toBe(4);
  });

  it('tell of news again after the connection that listens was cut', async () => {
    const other = await openPostgresReadStore({ url });
    await given().ask(url, cutAll);
    const reached = other.reached('policies', 4, 60_000);
    await untilItWorks(() => store.apply(noChanges, { name: 'policies', from: 0, to: 4 }));
    expect(await reached).toBe(true);
    await other.close();
  });

  it('are there again after the server was killed and started anew', async () => {
    const own = ownServer();
    if (!own) return;
    await follow(store, cases('a'), 1);
    // What is written after it and waits for the disk takes the rows along.
    await given().ask(url, 'CREATE TABLE later ()');
    await own.kill();
    const waiting = store.count(caseFactsTable);
    await own.start();
    expect(await waiting).toBe(1);
    expect(await untilItWorks(() => store.hold('a', 60_000))).toHaveLength(4);
    await own.restart();
    expect(await store.count(caseFactsTable)).toBe(1);
  });

  it('say that they cannot be reached when the server stays away, without a word of the address', async () => {
    const own = ownServer();
    if (!own) return;
    await own.stop();
    const failed = await store.count(caseFactsTable).catch((error: Error) => error);
    await own.start();
    expect(failed).toBeInstanceOf(RowsUnavailable);
    expect(String(failed)).not.toContain('postgres://');
  });

  it('name the statement that failed, and not its values', async () => {
    const { changes } = projectBatch(projections, new Map(), cases('a'));
    const puts = new Map([...changes.puts, [yearTotalsTable, [{ basis: 'secret' }]] as never]);
    const failed = await store.apply({ ...changes, puts }, { name: 'rows', from: 0, to: 1 }).catch((error: Error) => error);
    expect(String(failed)).toContain('INSERT INTO "year_totals"');
    expect(JSON.stringify([failed, String(failed), (failed as Error).cause])).not.toContain('secret');
  });

  describe('whose connection is cut while a batch is being committed', () => {
    /** Does something in place of the first commit of a batch, on its connection. */
    const onCommit = (instead: (client: Client, query: (text: string) => Promise<unknown>) => Promise<unknown>) => {
      const { query: real } = Client.prototype as unknown as { query: (...args: unknown[]) => Promise<unknown> };
      let done = false;
      const once = function (this: Client, ...args: unknown[]): never {
        if (args[0] !== 'COMMIT' || done) return real.apply(this, args) as never;
        done = true;
        return instead(this, (text) => real.call(this, text)) as never;
      };
      jest.spyOn(Client.prototype, 'query').mockImplementation(once);
    };
    const cut = () => given().ask(url, cutAll);
    const batch = async () => {
      const events = cases('a', 'b');
      const { changes } = projectBatch(projections, await store.load(keysOf(projections, events)), events);
      return store.apply(changes, { name: 'rows', from: 0, to: 2 });
    };
    const found = async () => [
      await store.count(caseFactsTable),
      await store.sums(yearTotalsTable, { basis: 'received' }, []),
      await store.checkpoint('rows'),
    ];

    it('have it once when the commit was done and only its answer was lost', async () => {
      onCommit(async (_, query) => {
        await query('COMMIT');
        await cut();
        return query('SELECT 1');
      });
      await batch();
      expect(await found()).toEqual([2, [{ n: 2 }], 2]);
    });

    it('do not have it, and say so, when the commit did not come through', async () => {
      onCommit(async (_, query) => {
        await cut();
        return query('COMMIT');
      });
      await expect(batch()).rejects.toThrow(RowsUnavailable);
      expect(await found()).toEqual([0, [{ n: 0 }], 0]);
      await batch();
      expect(await found()).toEqual([2, [{ n: 2 }], 2]);
    });
  });
});
