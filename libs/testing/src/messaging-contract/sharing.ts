import { message, Office, type OpenedMessaging, until, valueOf } from './office';

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);

/** Several consumers in a group. */
export function sharingRules(opened: () => OpenedMessaging): void {
  it('shares the partitions of a topic among a group; whoever joins or leaves, nothing is lost and keys keep their order', async () => {
    const office = await Office.open(opened(), 4);
    const by: Record<string, number[]> = { first: [], second: [] };
    const firstTimes = new Map<string, Set<number>>();
    const publisher = await opened().messaging.publisher();
    let published = 0;
    const publish = async (count: number): Promise<void> => {
      const from = published;
      published += count;
      await publisher.publish(
        office.topic,
        numbers(count).map((n) => message(`k${n % 40}`, from + n)),
      );
    };
    const following = (name: string, messaging = opened().messaging) =>
      office.followBy(
        async (messages) => {
          await new Promise((resolve) => setTimeout(resolve, 5));
          for (const one of messages) {
            by[name]!.push(Number(valueOf(one)));
            firstTimes.set(one.key!, (firstTimes.get(one.key!) ?? new Set()).add(Number(valueOf(one))));
          }
          return messages.map(() => 'done');
        },
        { batchSize: 10 },
        messaging,
      );
    const all = (): number => new Set([...by['first']!, ...by['second']!]).size;

    const first = await following('first');
    await publish(200);
    await until(() => by['first']!.length > 20);
    const second = await following('second', opened().another());
    await until(async () => {
      await publish(40);
      return by['second']!.length > 0;
    });
    await until(() => all() === published);

    const before = by['second']!.length;
    await first.stop();
    await publish(200);
    await until(() => all() === published);
    expect(by['second']!.length - before).toBeGreaterThanOrEqual(200);
    await until(async () => (await second.lag()).total === 0);
    expect(by['first']!.length + by['second']!.length).toBeLessThan(2 * published);
    expect(firstTimes.size).toBe(40);
    for (const values of firstTimes.values()) expect([...values]).toEqual([...values].toSorted((a, b) => a - b));
    await second.stop();
  });
}
