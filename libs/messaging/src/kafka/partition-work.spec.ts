import type { EachBatchPayload } from 'kafkajs';
import { retryLetter } from '../letters';
import type { Verdict } from '../message';
import type { Posting } from '../settle';
import { type Around, workOn } from './partition-work';

const kept = (offset: number, headers: Record<string, string> = {}) => ({
  offset: String(offset),
  key: Buffer.from('a'),
  value: Buffer.from('{}'),
  timestamp: '1',
  headers,
});

/** A batch as the client library hands it over, and what becomes of it. */
const fetched = (messages: ReturnType<typeof kept>[], topic = 'intake') => {
  const done: string[] = [];
  const payload = {
    batch: { topic, partition: 0, messages, lastOffset: () => messages.at(-1)!.offset },
    heartbeat: async () => undefined,
    resolveOffset: (offset: string) => done.push(`resolved ${offset}`),
    commitOffsetsIfNecessary: async (offsets: { topics: { partitions: { offset: string }[] }[] }) => {
      done.push(`committed ${offsets.topics[0]!.partitions[0]!.offset}`);
    },
    pause: () => (done.push('paused'), () => done.push('resumed')),
  };
  return { payload: payload as unknown as EachBatchPayload, done };
};

const around = (more: Partial<Around>): Around => ({
  handle: async (messages) => messages.map(() => 'done'),
  plan: { attempts: 2, delays: [10] },
  batchSize: 2,
  heartbeatEvery: 5,
  backOff: { first: 1, longest: 2 },
  isRetryTopic: (topic) => topic === 'intake.retry',
  isEnding: () => false,
  membership: () => 1,
  post: async () => undefined,
  told: () => undefined,
  ...more,
});

describe('work on a fetched batch', () => {
  it('is committed slice by slice, before it counts as read', async () => {
    const { payload, done } = fetched([kept(4), kept(5), kept(9)]);
    await workOn(payload, around({}));
    expect(done).toEqual(['committed 6', 'resolved 5', 'committed 10', 'resolved 9']);
  });

  it('is not committed when the group was joined anew meanwhile: the partition may be somebody else’s', async () => {
    const { payload, done } = fetched([kept(4), kept(5)]);
    let membership = 1;
    const handle = async (): Promise<Verdict[]> => {
      membership = 2;
      return ['done', 'done'];
    };
    await workOn(payload, around({ handle, membership: () => membership }));
    expect(done).toEqual([]);
  });

  it('ends after the slice in hand when the group is rebalancing', async () => {
    const { payload, done } = fetched([kept(1), kept(2), kept(3)]);
    let beat: () => void = () => undefined;
    const beaten = new Promise<void>((resolve) => (beat = resolve));
    const heartbeat = async () => {
      beat();
      throw new Error('rebalancing');
    };
    const handle = async (messages: readonly unknown[]): Promise<Verdict[]> => {
      await beaten;
      return messages.map(() => 'done');
    };
    await workOn({ ...payload, heartbeat }, around({ handle }));
    expect(done).toEqual(['committed 3', 'resolved 2']);
  });

  it('gives up waiting for a handler that keeps throwing when the consumer ends, and commits nothing', async () => {
    const { payload, done } = fetched([kept(1)]);
    let tries = 0;
    const handle = async (): Promise<Verdict[]> => {
      tries += 1;
      throw new Error('down');
    };
    await workOn(payload, around({ handle, isEnding: () => tries >= 3 }));
    expect(tries).toBe(3);
    expect(done).toEqual([]);
  });

  it('publishes retries and dead letters before it commits, and again until they are kept', async () => {
    const { payload, done } = fetched([kept(1), kept(2)]);
    const posted: string[] = [];
    let refusals = 2;
    const post = async (postings: readonly Posting[]) => {
      if (refusals-- > 0) throw new Error('no broker');
      posted.push(...postings.map(({ topic }) => `${topic} (${done.length} steps done)`));
    };
    const handle = async (): Promise<Verdict[]> => [{ retry: 'later' }, { dead: { code: 'c', reason: 'r' } }];
    await workOn(payload, around({ handle, post }));
    expect(posted).toEqual(['intake.retry (0 steps done)', 'intake.dead (0 steps done)']);
    expect(done).toEqual(['committed 3', 'resolved 2']);
  });

  it('on a retry topic takes what is due and pauses before what is not', async () => {
    const delivered = { topic: 'intake', partition: 0, offset: '1', key: 'a', headers: {}, value: null, attempt: 1, timestamp: 1 };
    const due = (at: number) => ({ ...retryLetter(delivered, at, 'later').headers });
    const { payload, done } = fetched([kept(1, due(Date.now() - 1)), kept(2, due(Date.now() + 60_000)), kept(3)], 'intake.retry');
    await workOn(payload, around({}));
    expect(done).toEqual(['committed 2', 'resolved 1', 'paused']);
  });
});
