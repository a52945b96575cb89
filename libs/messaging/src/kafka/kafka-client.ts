import { Kafka, type LogEntry, logLevel } from 'kafkajs';
import type { KafkaSettings } from './kafka-settings';
import { quietQueues } from './quiet-queues';

quietQueues();

/** A step lower than the library's own: it calls an error what it mends itself, at every start. What lasts is `trouble()`. */
const levels: Partial<Record<logLevel, 'error' | 'warn' | 'info'>> = {
  [logLevel.ERROR]: 'warn',
  [logLevel.WARN]: 'info',
  [logLevel.INFO]: 'info',
};

/** The library's own patience is short: whoever uses a client comes back by starting it anew, for ever. */
const retry = { retries: 4, initialRetryTime: 200, maxRetryTime: 3_000 };

/** A client with its own connections. */
export const kafkaClient = ({ brokers, clientId, ssl, sasl, log }: KafkaSettings): Kafka =>
  new Kafka({
    brokers: [...brokers],
    clientId,
    ...(ssl === undefined ? {} : { ssl }),
    ...(sasl === undefined ? {} : { sasl }),
    connectionTimeout: 5_000,
    requestTimeout: 20_000,
    retry,
    logLevel: log ? logLevel.INFO : logLevel.NOTHING,
    // The message alone: what the library adds holds addresses and stacks, and may one day hold more.
    logCreator: () => (entry: LogEntry) => {
      const level = levels[entry.level];
      if (level) log?.(level, `[kafka] ${entry.namespace}: ${entry.log.message}`);
    },
  });

/** The reason in an error of the library, through its wrappings. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && cause.message !== error.message ? reasonOf(cause) : error.message;
};
