import type { Verdict } from '@app/messaging';
import { message, Office, type OpenedMessaging, quickRetries, until, valueOf } from './office';

/** When a message is done with, and what happens to one that cannot be. */
export function settlingRules(opened: () => OpenedMessaging): void {
  it('is behind until the verdicts are in, and then no longer', async () => {
    const office = await Office.open(opened());
    await office.publish(message('a', 1));
    let answer: (verdicts: Verdict[]) => void = () => undefined;
    let inHand = false;
    const consumer = await office.followBy(() => {
      inHand = true;
      return new Promise((resolve) => (answer = resolve));
    });
    await until(() => inHand);
    expect(await consumer.lag()).toMatchObject({ total: 1 });
    answer(['done']);
    await office.settled();
    expect((await consumer.lag()).partitions).toContainEqual({ topic: `${office.topic}.retry`, partition: 0, lag: 0 });
  });

  it('gives the whole batch again, in place and in order, to a handler that has thrown; meanwhile there is trouble', async () => {
    const office = await Office.open(opened(), 1);
    await office.publish(message('a', 1), message('b', 2));
    let down = true;
    const consumer = await office.followBy(async (messages) => {
      if (down) throw new Error('the store is down');
      office.seen.push(...messages);
      return messages.map(() => 'done');
    });
    await until(() => (consumer.trouble() ?? '').includes('the store is down'));
    await office.publish(message('a', 3));
    down = false;
    await until(() => office.seen.length === 3);
    expect(office.seen.map(valueOf)).toEqual([1, 2, 3]);
    expect(office.seen.map(({ attempt }) => attempt)).toEqual([1, 1, 1]);
    await until(() => consumer.trouble() === undefined);
    await office.settled();
  });

  it('takes as many verdicts as messages, and settles nothing otherwise', async () => {
    const office = await Office.open(opened());
    await office.publish(message('a', 1));
    const consumer = await office.followBy(async () => []);
    await until(() => (consumer.trouble() ?? '').includes('0 verdicts for 1 messages'));
    expect(await office.lag()).toBe(1);
  });

  it('gives what was in hand and not settled to whoever comes next', async () => {
    const office = await Office.open(opened(), 1);
    await office.publish(message('a', 1), message('a', 2));
    let fail: (error: Error) => void = () => undefined;
    const first = await office.followBy(() => new Promise((_, reject) => (fail = reject)));
    await until(() => first.trouble() === undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const stopped = first.stop();
    await until(() => (fail(new Error('killed')), true));
    await stopped;
    await office.follow();
    await until(() => office.seen.length === 2);
    expect(office.seen.map(valueOf)).toEqual([1, 2]);
  });

  it('tries again after the delay what asked for it; others are not held up', async () => {
    const office = await Office.open(opened(), 1);
    await office.publish(message('a', 1, { ce_id: 'x' }), message('b', 2));
    const times: number[] = [];
    await office.follow((one) => {
      if (valueOf(one) === 2) return 'done';
      times.push(Date.now());
      return one.attempt < 3 ? { retry: 'not yet' } : 'done';
    });
    await until(() => times.length === 3);
    await office.settled();
    expect(office.seen.map((one) => [valueOf(one), one.attempt])).toEqual([
      [1, 1],
      [2, 1],
      [1, 2],
      [1, 3],
    ]);
    expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(quickRetries.delays[0]!);
    expect(times[2]! - times[1]!).toBeGreaterThanOrEqual(quickRetries.delays[1]!);
    const [first, , again] = office.seen;
    expect({ ...again, attempt: 1 }).toEqual(first);
    expect(await opened().messaging.deadLetters(office.topic)).toEqual([]);
  });

  it('finishes what it has in hand when it is stopped, and begins nothing more', async () => {
    const office = await Office.open(opened(), 1);
    await office.publish(...[1, 2, 3, 4].map((n) => message('a', n)));
    let answer: () => void = () => undefined;
    const consumer = await office.followBy(
      (messages) => {
        office.seen.push(...messages);
        return new Promise((resolve) => (answer = () => resolve(messages.map(() => 'done'))));
      },
      { batchSize: 2 },
    );
    await until(() => office.seen.length === 2);
    const stopped = consumer.stop();
    answer();
    await stopped;
    expect(consumer.trouble()).toMatch('not running');
    expect(office.seen).toHaveLength(2);
    await office.follow();
    await until(() => office.seen.length === 4);
    expect(office.seen.map(valueOf)).toEqual([1, 2, 3, 4]);
  });
}
