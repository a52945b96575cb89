import { KafkaBroker } from './kafka-broker';
import { kafkaClassPath } from './kafka-jars';

export interface SomeBrokers {
  readonly addresses: string[];
  /** There when the broker is ours to kill. */
  readonly own: KafkaBroker | undefined;
}

export interface BrokersForSpecs {
  (): Promise<SomeBrokers>;
  /** Whether the broker will be our own. */
  readonly ours: boolean;
}

/**
 * The brokers named by KAFKA_BROKERS, or else one of our own for this spec file, started when first asked for and removed at the end.
 * Undefined, and loudly, when neither can be had; a spec in its place says so.
 */
export const brokersForSpecs = (forWhat: string): BrokersForSpecs | undefined => {
  const named = process.env['KAFKA_BROKERS'];
  if (named) return Object.assign(async () => ({ addresses: named.split(','), own: undefined }), { ours: false });
  if (!kafkaClassPath()) {
    const told = `!!! SKIPPED: ${forWhat}: no Kafka; set KAFKA_BROKERS, or run node test/kafka/fetch.js (needs Java 17 and Maven) !!!`;
    it(`${forWhat}: there is no broker`, () => console.warn(told));
    return undefined;
  }
  let started: Promise<KafkaBroker> | undefined;
  afterAll(async () => (await started)?.remove());
  const start = async (): Promise<SomeBrokers> => {
    const own = await (started ??= KafkaBroker.start() as Promise<KafkaBroker>);
    return { addresses: own.brokers, own };
  };
  return Object.assign(start, { ours: true });
};
