import { type CaseEvent, reject } from '@app/cases';
import { type EventStore, EventStoreFull, MemoryEventStore, MemoryKeyStore } from '@app/event-store';
import { KeyReused, NotAllowed, StaleRevision } from './errors';
import { type Fold, StreamWriter, type WriteRequest } from './stream-writer';

const stream = 'counter-1';
const counting: Fold<number> = { initial: 0, evolve: (count, { data }) => count + data.by };

const by = (amount: number): CaseEvent => ({ type: 'Counted', data: { by: amount } });

const request = (change: Partial<WriteRequest<number>> & { key?: string; fingerprint?: string } = {}): WriteRequest<number> => ({
  stream,
  fold: counting,
  metadata: {
    occurredAt: '2018-06-04T09:00:00Z',
    by: { id: 'li-na', unit: 'gov-office' },
    key: change.key,
    fingerprint: change.fingerprint,
  },
  decide: () => [by(1)],
  ...change,
});

describe('a stream', () => {
  let store: EventStore;
  let keys: MemoryKeyStore;
  let writer: StreamWriter;
  /** Another server on the same log, whose memory of it is another. */
  let elsewhere: StreamWriter;

  beforeEach(() => {
    [store, keys] = [new MemoryEventStore(), new MemoryKeyStore()];
    [writer, elsewhere] = [new StreamWriter(store, keys), new StreamWriter(store, keys)];
  });

  it('grows by what is decided, from the state it has', async () => {
    await writer.write(request({ decide: () => [by(2), by(3)] }));
    const written = await writer.write(request({ decide: ({ state, revision }) => [by(state * 10 + revision)] }));
    expect(written).toMatchObject({ state: 56, revision: 2, types: ['Counted'], repeated: false });
  });

  it('is decided again when somebody else was faster', async () => {
    await writer.write(request());
    await elsewhere.write(request());
    await elsewhere.write(request());
    const seen: number[] = [];
    const { state } = await writer.write(request({ decide: (folded) => (seen.push(folded.state), [by(1)]) }));
    expect(seen).toEqual([1, 3]);
    expect(state).toBe(4);
  });

  it('is not decided again for a caller who has stated a revision: hers is stale', async () => {
    await writer.write(request());
    await elsewhere.write(request());
    await expect(writer.write(request({ expected: 0 }))).rejects.toThrow(new StaleRevision(0, 1));
    await expect(writer.write(request({ expected: 7 }))).rejects.toThrow(StaleRevision);
    expect(await store.readStream(stream)).toHaveLength(2);
  });

  it('takes twenty writers at once, each deciding on what the others did', async () => {
    const writers = Array.from({ length: 20 }, () => new StreamWriter(store, keys));
    await Promise.all(writers.map((each) => each.write(request())));
    expect((await writer.read(stream, counting)).state).toBe(20);
  });

  it('is unchanged by a refusal, which says where it stands', async () => {
    await writer.write(request());
    const refusal = writer.write(request({ decide: () => reject('不行', 'no') }));
    await expect(refusal).rejects.toThrow(NotAllowed);
    await expect(refusal).rejects.toMatchObject({ reason: { zh: '不行', en: 'no' }, current: { revision: 0 } });
    expect(await store.head()).toBe(1);
  });

  it('is unchanged by a decision that nothing happened', async () => {
    await writer.write(request());
    expect(await writer.write(request({ decide: () => [] }))).toMatchObject({ state: 1, revision: 0, types: [], repeated: false });
    expect(await store.head()).toBe(1);
  });

  it('knows the keys under which it grew, here and on other servers', async () => {
    const first = await writer.write(request({ key: 'k', fingerprint: 'f', decide: () => [by(1), by(1)] }));
    await writer.write(request());
    const decide = jest.fn(() => [by(1)]);
    for (const again of [writer, elsewhere]) {
      const answer = await again.write(request({ key: 'k', fingerprint: 'f', decide, expected: 0 }));
      expect(answer).toMatchObject({ revision: first.revision, position: first.position, types: ['Counted', 'Counted'], repeated: true });
    }
    expect(decide).not.toHaveBeenCalled();
    expect(await store.head()).toBe(3);
  });

  it('that is presumed to be new is not read before it is begun', async () => {
    const read = jest.spyOn(store, 'readStream');
    expect(await writer.write(request({ presumeNew: true }))).toMatchObject({ state: 1, revision: 0, repeated: false });
    expect(read).not.toHaveBeenCalled();
  });

  it('that is wrongly presumed to be new is decided as it is', async () => {
    const first = await writer.write(request({ key: 'k', fingerprint: 'f' }));
    const repeat = await elsewhere.write(request({ key: 'k', fingerprint: 'f', presumeNew: true }));
    expect(repeat).toMatchObject({ position: first.position, repeated: true });
    const third = new StreamWriter(store, keys);
    expect(await third.write(request({ presumeNew: true }))).toMatchObject({ state: 2, revision: 1 });
    const fourth = new StreamWriter(store, keys);
    await expect(fourth.write(request({ key: 'k', fingerprint: 'other', presumeNew: true }))).rejects.toThrow(KeyReused);
  });

  it('that is wrongly presumed to be new gives its answer again when its key is destroyed, and whatever a new one would refuse', async () => {
    const personal = { ...by(1), personal: { text: '河西路' } };
    await writer.write(request({ key: 'k', fingerprint: 'f', decide: () => [personal] }));
    await keys.destroy(stream);
    const again = { key: 'k', fingerprint: 'f', presumeNew: true };
    expect(await elsewhere.write(request({ ...again, decide: () => [personal] }))).toMatchObject({ repeated: true });
    const refusing = new StreamWriter(store, keys);
    expect(await refusing.write(request({ ...again, decide: () => reject('不行', 'no') }))).toMatchObject({ repeated: true });
    await expect(new StreamWriter(store, keys).write(request({ presumeNew: true, decide: () => reject('不行', 'no') }))).rejects.toThrow(
      NotAllowed,
    );
  });

  it('does not take a key again for another content', async () => {
    await writer.write(request({ key: 'k', fingerprint: 'f' }));
    for (const fingerprint of ['g', undefined])
      for (const again of [writer, elsewhere])
        await expect(again.write(request({ key: 'k', ...(fingerprint && { fingerprint }) }))).rejects.toThrow(KeyReused);
  });

  it('tells nothing to who may not act on it, not even that a key is known', async () => {
    await writer.write(request({ key: 'k', fingerprint: 'f' }));
    const permit = () => {
      throw new Error('not yours');
    };
    await expect(writer.write(request({ key: 'k', fingerprint: 'g', expected: 9, permit }))).rejects.toThrow('not yours');
  });

  it('takes nothing personal once its key is destroyed, and says so; everything else goes on', async () => {
    const personal = { ...by(1), personal: { text: '河西路' } };
    await writer.write(request({ decide: () => [personal] }));
    await keys.destroy(stream);
    const refusal = writer.write(request({ decide: () => [personal] }));
    await expect(refusal).rejects.toThrow(NotAllowed);
    await expect(refusal).rejects.toMatchObject({ reason: { zh: expect.stringContaining('个人信息已删除') } });
    expect((await writer.write(request())).revision).toBe(1);
  });

  it('passes on that there is no room, and has forgotten nothing and learnt nothing by it', async () => {
    await writer.write(request());
    const append = jest.spyOn(store, 'append').mockRejectedValueOnce(new EventStoreFull('no room'));
    await expect(writer.write(request())).rejects.toThrow(EventStoreFull);
    append.mockRestore();
    expect(await writer.write(request())).toMatchObject({ state: 2, revision: 1 });
  });
});

describe('a stream of a log that other processes write too', () => {
  class SharedLog extends MemoryEventStore {
    override readonly shared = true;
    reads = 0;
    override readStream(...asked: Parameters<EventStore['readStream']>) {
      this.reads += 1;
      return super.readStream(...asked);
    }
  }
  let store: SharedLog;
  let writer: StreamWriter;
  let elsewhere: StreamWriter;

  beforeEach(() => {
    store = new SharedLog();
    const keys = new MemoryKeyStore();
    [writer, elsewhere] = [new StreamWriter(store, keys), new StreamWriter(store, keys)];
  });

  it('is read as it is now, not as this process remembers it', async () => {
    await writer.write(request());
    await elsewhere.write(request());
    expect((await writer.read(stream, counting)).state).toBe(2);
  });

  it('refuses nobody for what has changed since it was last read', async () => {
    const onlyFromTwo = request({ decide: ({ state }) => (state < 2 ? reject('尚早', 'too early') : [by(1)]) });
    await writer.write(request());
    await elsewhere.write(request());
    expect((await writer.write(onlyFromTwo)).state).toBe(3);
  });

  it('knows a revision that the caller has seen elsewhere', async () => {
    await writer.write(request());
    await elsewhere.write(request());
    expect((await writer.write(request({ expected: 1 }))).revision).toBe(2);
    await expect(elsewhere.write(request({ expected: 1 }))).rejects.toThrow(new StaleRevision(1, 2));
  });

  it('finds nothing to do only where there is nothing to do', async () => {
    await writer.write(request());
    await elsewhere.write(request());
    expect((await writer.write(request({ decide: ({ state }) => (state === 1 ? [] : [by(10)]) }))).state).toBe(12);
  });

  it('gives the answer again that another process gave under the same key', async () => {
    await writer.write(request());
    await elsewhere.write(request({ key: 'k', fingerprint: 'f' }));
    const never = request({ key: 'k', fingerprint: 'f', decide: () => reject('不行', 'no') });
    expect(await writer.write(never)).toMatchObject({ revision: 1, repeated: true });
  });

  it('is not read again where what is remembered proves right', async () => {
    await writer.write(request());
    const before = store.reads;
    await writer.write(request());
    expect(store.reads).toBe(before);
  });
});
