import type * as Loaded from './kafka/open-kafka';
import type { KafkaSettings } from './kafka/kafka-settings';
import type { Messaging } from './messaging';

/** Messaging by Apache Kafka. Nothing is connected until it is needed; the client is loaded here, so that others need not wait for it. */
export const openKafka = (settings: KafkaSettings): Messaging => (require('./kafka/open-kafka') as typeof Loaded).openKafka(settings);
