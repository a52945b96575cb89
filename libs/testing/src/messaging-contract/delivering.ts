import type { Delivered } from '@app/messaging';
import { inKeyOrder } from '@app/messaging';
import fc from 'fast-check';
import { message, Office, type OpenedMessaging, until, valueOf } from './office';

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);

const byKey = (seen: readonly Delivered[]): Record<string, unknown[]> => {
  const values: Record<string, unknown[]> = {};
  for (const one of seen) (values[one.key!] ??= []).push(valueOf(one));
  return values;
};

/** What is delivered, and in which order. */
export function deliveringRules(opened: () => OpenedMessaging): void {
  it('delivers a message as it was published', async () => {
    const office = await Office.open(opened());
    const published = Date.now();
    await office.publish({ key: '工单-1', value: Buffer.from([0, 255, 7]), headers: { ce_id: 'a', 标题: '路灯' } });
    await office.follow();
    await until(() => office.seen.length === 1);
    const [one] = office.seen;
    expect(one).toMatchObject({ topic: office.topic, key: '工单-1', headers: { ce_id: 'a', 标题: '路灯' }, offset: '0', attempt: 1 });
    expect([...one!.value!]).toEqual([0, 255, 7]);
    expect(Math.abs(one!.timestamp - published)).toBeLessThan(60_000);
  });

  it('delivers what was published before anybody followed, and what comes later', async () => {
    const office = await Office.open(opened());
    await office.publish(message('a', 1), message('b', 2));
    await office.follow();
    await until(() => office.seen.length === 2);
    await office.publish(message('a', 3));
    await until(() => office.seen.length === 3);
    expect(byKey(office.seen)).toEqual({ a: [1, 3], b: [2] });
  });

  it('delivers to every group', async () => {
    const office = await Office.open(opened());
    await office.follow();
    await office.follow(undefined, { groupId: `${office.groupId}-other` });
    await office.publish(message('a', 1));
    await until(() => office.seen.length === 2);
  });

  it('keeps the order of a key over many calls that are not waited for', async () => {
    const office = await Office.open(opened());
    await office.follow();
    const publisher = await opened().messaging.publisher();
    await Promise.all(numbers(300).map((n) => publisher.publish(office.topic, [message(`k${n % 7}`, n)])));
    await until(() => office.seen.length === 300);
    for (const values of Object.values(byKey(office.seen))) expect(values).toEqual(values.toSorted((a, b) => Number(a) - Number(b)));
  });

  it('gives batches of one partition, no longer than asked for, one after the other', async () => {
    const office = await Office.open(opened(), 2);
    await office.publish(...numbers(100).map((n) => message(`k${n}`, n)));
    const batches: (readonly Delivered[])[] = [];
    const inHand = new Set<number>();
    await office.followBy(
      async (messages) => {
        const { partition } = messages[0]!;
        expect(inHand.has(partition)).toBe(false);
        inHand.add(partition);
        batches.push(messages);
        await new Promise((resolve) => setTimeout(resolve, 3));
        inHand.delete(partition);
        return messages.map(() => 'done');
      },
      { batchSize: 7 },
    );
    await until(() => batches.flat().length === 100);
    for (const batch of batches) {
      expect(batch.length).toBeLessThanOrEqual(7);
      expect(new Set(batch.map(({ partition }) => partition)).size).toBe(1);
    }
    for (const partition of [0, 1]) {
      const offsets = batches.flat().flatMap((one) => (one.partition === partition ? [Number(one.offset)] : []));
      expect(offsets).toEqual(numbers(offsets.length));
    }
  });

  it('keeps the order of every key, whatever is published, however long each takes', async () => {
    const publishing = fc.array(fc.record({ key: fc.integer({ min: 0, max: 5 }), ms: fc.integer({ min: 0, max: 4 }) }), {
      minLength: 1,
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(publishing, fc.integer({ min: 1, max: 20 }), async (plan, batchSize) => {
        const office = await Office.open(opened(), 2);
        const ended: Delivered[] = [];
        const consumer = await office.followBy(
          inKeyOrder(async (one) => {
            await new Promise((resolve) => setTimeout(resolve, (valueOf(one) as { ms: number }).ms));
            ended.push(one);
            return 'done';
          }),
          { batchSize },
        );
        const publisher = await opened().messaging.publisher();
        await Promise.all(plan.map(({ key, ms }, n) => publisher.publish(office.topic, [message(`k${key}`, { n, ms })])));
        await until(() => ended.length >= plan.length);
        await consumer.stop();
        await publisher.close();
        for (const values of Object.values(byKey(ended))) {
          const order = (values as { n: number }[]).map(({ n }) => n);
          expect(order).toEqual(order.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 8 },
    );
  });
}
