import type { KafkaSettings } from '@app/messaging';
import { Logger } from '@nestjs/common';
import { Recent } from '../recording/recent';

/** How an installation reaches its brokers, as its settings say. */
export interface KafkaAccess {
  readonly brokers: readonly string[];
  readonly sasl?: { readonly username: string; readonly password: string } | undefined;
  readonly tls?: { readonly ca?: string | undefined } | undefined;
}

const silentFor = 60_000;
const mostRemembered = 1_000;

/** True for what was not said within the last minute: a broker that is down is complained of many times a second. */
const newsOnly = (): ((text: string) => boolean) => {
  const said = new Recent<string, number>(mostRemembered);
  return (text) => {
    const isNews = performance.now() - (said.get(text) ?? -silentFor) >= silentFor;
    if (isNews) said.set(text, performance.now());
    return isNews;
  };
};

/** The same in the words of the messaging library. `clientId` is what brokers and their logs call this process. */
export const kafkaAccess = ({ brokers, sasl, tls }: KafkaAccess, clientId: string): KafkaSettings => {
  const log = new Logger('Kafka');
  const isNews = newsOnly();
  return {
    brokers,
    clientId,
    ...(tls && { ssl: tls.ca === undefined ? true : { ca: [tls.ca] } }),
    ...(sasl && { sasl: { mechanism: 'scram-sha-512' as const, ...sasl } }),
    log: (level, text) => {
      if (isNews(text)) log[level === 'info' ? 'debug' : level](text);
    },
  };
};
