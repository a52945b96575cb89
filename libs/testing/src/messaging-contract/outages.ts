import { randomUUID } from 'node:crypto';
import { MessagingUnavailable } from '@app/messaging';
import { message, Office, type OpenedMessaging, until, valueOf } from './office';

/** What happens while no broker can be reached. */
export function outageRules(opened: () => OpenedMessaging): void {
  const broken = () => opened().breakBrokers!();
  const mended = () => opened().mendBrokers!();

  it('refuses to publish while no broker is there, says so, and comes back by itself', async () => {
    const office = await Office.open(opened());
    await office.follow();
    const publisher = await opened().messaging.publisher();
    await publisher.publish(office.topic, [message('a', 1)]);
    expect(publisher.trouble()).toBeUndefined();
    await office.settled();
    await broken();
    await expect(publisher.publish(office.topic, [message('a', 2)])).rejects.toThrow(MessagingUnavailable);
    expect(publisher.trouble()).toEqual(expect.any(String));
    await mended();
    await until(() => publisher.trouble() === undefined);
    await publisher.publish(office.topic, [message('a', 3)]);
    await until(() => office.seen.some((one) => valueOf(one) === 3));
    expect(office.seen.map(valueOf).filter((value) => value !== 2)).toEqual([1, 3]);
  });

  it('starts without a broker, is in trouble, and begins when there is one', async () => {
    const office = await Office.open(opened());
    await office.publish(message('a', 1));
    await broken();
    const consumer = await office.follow();
    const publisher = await opened().messaging.publisher();
    await until(() => consumer.trouble() !== undefined && publisher.trouble() !== undefined);
    await expect(consumer.lag()).rejects.toThrow(MessagingUnavailable);
    await expect(opened().messaging.ensureTopics([{ topic: `spec-${randomUUID()}` }])).rejects.toThrow(MessagingUnavailable);
    await mended();
    await until(() => office.seen.length === 1);
    await until(() => consumer.trouble() === undefined && publisher.trouble() === undefined);
  });

  it('loses nothing when the brokers go while it consumes, and settles what was in hand when they are back', async () => {
    const office = await Office.open(opened());
    const publisher = await opened().messaging.publisher();
    await publisher.publish(
      office.topic,
      Array.from({ length: 200 }, (_, n) => message(`k${n % 20}`, n)),
    );
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const consumer = await office.follow(
      async (one) => {
        if (office.seen.length === 50) await held;
        return Number(valueOf(one)) === 7 && one.attempt === 1 ? { retry: 'once more' } : 'done';
      },
      { batchSize: 5 },
    );
    await until(() => office.seen.length >= 50);
    await broken();
    // Now verdicts are given, and cannot be committed.
    release();
    await until(() => consumer.trouble() !== undefined);
    await mended();
    await until(() => consumer.trouble() === undefined);
    await office.settled();
    expect(new Set(office.seen.map(valueOf)).size).toBe(200);
    expect(office.seen.some((one) => valueOf(one) === 7 && one.attempt === 2)).toBe(true);
    const lastOfKey = office.seen.findLast(({ key }) => key === 'k19');
    expect(valueOf(lastOfKey!)).toBe(199);
  });
}
