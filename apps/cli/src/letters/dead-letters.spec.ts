import { setTimeout as pause } from 'node:timers/promises';
import { readSettings } from '@app/config';
import { memoryMessaging, type MemoryMessaging, type OutgoingMessage, type Verdict } from '@app/messaging';
import { deadLetters } from '../commands/dead-letters.command';
import { handleDeadLetters, type LettersAsked } from './dead-letters';

const topic = 'huiying.intake';
const secret = '张三丰 13800001234';

const binary: OutgoingMessage = {
  key: '4711',
  value: JSON.stringify({ complainant: secret, source: 'not this one' }),
  headers: { ce_id: '4711-received', ce_source: 'urn:hotline:12345', 'content-type': 'application/json' },
};
const structured: OutgoingMessage = {
  key: '4712',
  value: JSON.stringify({ id: '4712-received', source: 'urn:hotline:other', data: { complainant: secret } }),
  headers: { 'content-type': 'application/cloudevents+json' },
};
const nonsense: OutgoingMessage = { key: '\u001B[2Jkey', value: secret, headers: {} };

let messaging: MemoryMessaging;
/** What reads the topic says of everything. */
let verdict: Verdict;
let seen: string[];

const run = async (asked: Partial<LettersAsked> = {}) => {
  const lines: string[] = [];
  const code = await handleDeadLetters(messaging, { topic, replay: false, ...asked }, (line) => lines.push(line));
  return { code, lines, text: lines.join('\n') };
};
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (const late = Date.now() + 20_000; !(await holds()); await pause(5))
    if (Date.now() > late) throw new Error(`not in time: ${String(holds)}`);
};
const settled = (count: number) => until(() => seen.length === count);

beforeEach(async () => {
  messaging = memoryMessaging();
  seen = [];
  verdict = { dead: { code: 'unknown-source', reason: 'no intake key for this source' } };
  await messaging.ensureTopics([{ topic, partitions: 1, consumed: true }]);
  await messaging.consumer({ groupId: 'spec', topics: [topic] }).start(async (messages) => {
    seen.push(...messages.map(({ key }) => key ?? ''));
    return messages.map(() => verdict);
  });
  const publisher = await messaging.publisher();
  await publisher.publish(topic, [binary, structured, nonsense]);
  await settled(3);
  await until(async () => (await messaging.deadLetters(topic)).length === 3);
});
afterEach(() => messaging.close());

describe('the list of dead letters', () => {
  it('tells code, reason, name, key and time of each, in binary and structured mode', async () => {
    const { code, lines } = await run();
    expect(code).toBe(0);
    expect(lines).toEqual([
      expect.stringMatching(
        /^\d{4}-\d\d-\d\dT[\d:.]+Z  unknown-source  key 4711  urn:hotline:12345 4711-received\n    no intake key for this source · 1 次 attempts · huiying\.intake\/0\/0$/,
      ),
      expect.stringContaining('  key 4712  urn:hotline:other 4712-received\n'),
      expect.stringContaining('  key ·[2Jkey  — —\n'),
      'huiying.intake 有 3 封 (3 dead letters of huiying.intake)',
    ]);
  });

  it('never tells what is in them', async () => {
    const { text } = await run();
    for (const hidden of [secret, '13800001234', 'not this one', 'complainant']) expect(text).not.toContain(hidden);
  });

  it('can be of one code or key, or short', async () => {
    expect((await run({ key: '4712' })).lines).toHaveLength(2);
    expect((await run({ code: 'unknown-source', limit: 2 })).lines).toHaveLength(3);
    expect((await run({ code: 'attempts-exhausted' })).lines).toEqual(['huiying.intake 有 0 封 (0 dead letters of huiying.intake)']);
  });
});

describe('a replay of dead letters', () => {
  it('puts those back that are asked for, once', async () => {
    verdict = 'done';
    const { code, lines } = await run({ replay: true, key: '4711' });
    expect([code, lines.at(-1)]).toEqual([0, '已将 1 封放回 huiying.intake (1 put back on huiying.intake)']);
    await settled(4);
    expect(seen.at(-1)).toBe('4711');
    expect((await run()).lines).toHaveLength(3);

    expect((await run({ replay: true })).lines).toHaveLength(3);
    await settled(6);
    expect((await run({ replay: true })).lines).toEqual(['已将 0 封放回 huiying.intake (0 put back on huiying.intake)']);
  });

  it('says when the brokers cannot be reached', async () => {
    messaging.break();
    await expect(run({ replay: true })).rejects.toMatchObject({ name: 'MessagingUnavailable' });
    messaging.mend();
    expect((await run()).lines).toHaveLength(4);
  });
});

describe('cli dead-letters', () => {
  it('is refused without brokers, in plain words', async () => {
    await expect(deadLetters.run({}, [], readSettings({}))).rejects.toThrow('HUIYING_KAFKA names no brokers');
  });

  it.each(['0', '-1', 'all', '1.5'])('takes no limit of %s', async (limit) => {
    const settings = readSettings({ HUIYING_KAFKA: 'localhost:1' });
    await expect(deadLetters.run({ limit }, [], settings)).rejects.toThrow('--limit is a number from 1 on');
  });
});
