import { exchangeNames, kafkaAccess } from '@app/case-handling';
import { openKafka } from '@app/messaging';
import { handleDeadLetters } from '../letters/dead-letters';
import { type CliCommand, say, UsageError } from './command';

const text = (value: string | boolean | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

const limitIn = (value: string | undefined): number | undefined => {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new UsageError('--limit is a number from 1 on');
  return Number(value);
};

/** `cli dead-letters`: what came over Kafka and could not be recorded, and why; or sends it again. */
export const deadLetters: CliCommand = {
  usage: '[--topic huiying.intake] [--code <code>] [--key <key>] [--limit <n>] [--replay]',
  purpose: 'list the messages that could not be recorded, oldest first, never what is in them; --replay: put them back on their topic',
  options: {
    topic: { type: 'string' },
    code: { type: 'string' },
    key: { type: 'string' },
    limit: { type: 'string' },
    replay: { type: 'boolean', default: false },
  },
  async run({ topic, code, key, limit, replay }, _, { kafka }) {
    if (!kafka) throw new Error('HUIYING_KAFKA 未指定任何 broker，无死信可查 (HUIYING_KAFKA names no brokers: there are no dead letters)');
    const asked = {
      topic: text(topic) ?? exchangeNames(kafka.prefix).intake,
      code: text(code),
      key: text(key),
      limit: limitIn(text(limit)),
      replay: replay === true,
    };
    // What goes wrong is told at the end; what the client says on the way would stand between the letters.
    const messaging = openKafka({ ...kafkaAccess(kafka, `${kafka.prefix}-cli`), log: () => undefined });
    try {
      return await handleDeadLetters(messaging, asked, say);
    } finally {
      await messaging.close();
    }
  },
};
