import { message, Office, type OpenedMessaging, until, valueOf } from './office';

/** What becomes of a message that cannot be handled, and how it comes back. */
export function deadLetterRules(opened: () => OpenedMessaging): void {
  const lettersOf = ({ topic }: Office) => opened().messaging.deadLetters(topic);

  it('lays aside what has been tried often enough, with the last reason', async () => {
    const office = await Office.open(opened());
    await office.publish(message('a', 1, { ce_id: 'x' }));
    await office.follow(({ attempt }) => ({ retry: `no unit of that name (${attempt})` }));
    await until(() => office.seen.length === 3);
    await office.settled();
    const [first] = office.seen;
    expect(await lettersOf(office)).toEqual([
      {
        partition: expect.any(Number),
        offset: '0',
        key: 'a',
        code: 'attempts-exhausted',
        reason: 'no unit of that name (3)',
        attempts: 3,
        failedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        original: { topic: office.topic, partition: first!.partition, offset: first!.offset, timestamp: first!.timestamp },
        headers: { ce_id: 'x' },
        value: first!.value,
      },
    ]);
  });

  it('lays aside at once what never can be handled', async () => {
    const office = await Office.open(opened());
    await office.publish(message('a', 'bad'), message('a', 'good'));
    await office.follow((one) => (valueOf(one) === 'bad' ? { dead: { code: 'not-an-event', reason: 'id is missing' } } : 'done'));
    await office.settled();
    expect(office.seen).toHaveLength(2);
    expect(await lettersOf(office)).toMatchObject([{ code: 'not-an-event', reason: 'id is missing', attempts: 1 }]);
  });

  it('puts dead letters back as they were, those that are asked for, and each once', async () => {
    const office = await Office.open(opened());
    let dead = true;
    await office.publish(message('a', 1, { ce_id: 'x' }), message('b', 2), message('c', 3), message('d', 4));
    await office.follow((one) =>
      dead ? { dead: { code: Number(valueOf(one)) < 4 ? 'unknown-unit' : 'not-an-event', reason: 'r' } } : 'done',
    );
    await until(async () => office.seen.length === 4 && (await office.lag()) === 0);
    dead = false;
    const { messaging } = opened();

    const dry = await messaging.replayDeadLetters(office.topic, { code: 'unknown-unit', dryRun: true });
    expect(dry.dryRun).toBe(true);
    expect(new Set(dry.letters.map(({ key }) => key))).toEqual(new Set(['a', 'b', 'c']));
    expect(await lettersOf(office)).toHaveLength(4);

    await messaging.replayDeadLetters(office.topic, { key: 'a' });
    await until(() => office.seen.length === 5);
    expect(office.seen[4]).toMatchObject({ key: 'a', attempt: 1, headers: { ce_id: 'x' }, topic: office.topic });
    expect(valueOf(office.seen[4]!)).toBe(1);

    expect((await messaging.replayDeadLetters(office.topic, { code: 'unknown-unit', limit: 1 })).letters).toHaveLength(1);
    expect((await messaging.replayDeadLetters(office.topic)).letters).toHaveLength(2);
    expect((await messaging.replayDeadLetters(office.topic)).letters).toEqual([]);
    await until(() => office.seen.length === 8);
    await office.settled();
    expect(new Set(office.seen.slice(4).map(valueOf))).toEqual(new Set([1, 2, 3, 4]));
    expect(await lettersOf(office)).toEqual([]);
  });
}
