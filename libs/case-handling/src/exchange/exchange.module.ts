import { EventStore } from '@app/event-store';
import { type Messaging, openKafka } from '@app/messaging';
import { ReadStore, sharedRows } from '@app/read-store';
import { type DynamicModule, Module } from '@nestjs/common';
import { LeaderRunner } from '../following/leader-runner';
import { newOwner, usualLeaseMs } from '../following/segmented-projector';
import { Exchange, exchangeNames, type ExchangeSettings, type RelayRunner } from './exchange';
import { IntakeMessages } from './intake-messages';
import { IntakeSources } from './intake-sources';
import { kafkaAccess, type KafkaAccess } from './kafka-access';
import { Relay, relayCheckpoint } from './relay';

export interface ExchangeOptions {
  /** Opened here and closed here. */
  readonly messaging: () => Messaging;
  readonly sources: IntakeSources;
  readonly settings: ExchangeSettings;
}

const relayTo = async (messaging: Messaging, store: EventStore, rows: ReadStore, { prefix, restartAfter }: ExchangeSettings) => {
  const { cases, source } = exchangeNames(prefix);
  const settings = { topic: cases, source, ...(restartAfter !== undefined && { restartAfter }) };
  return new Relay(store, rows, await messaging.publisher(), settings);
};

/** Of several processes on the same rows one publishes: order is kept by nobody else. */
const runnerOf = (relay: Relay, rows: ReadStore): RelayRunner => {
  const shared = sharedRows(rows);
  return shared ? new LeaderRunner(shared, relay, { name: relayCheckpoint, owner: newOwner(), leaseMs: usualLeaseMs }) : relay;
};

/**
 * The exchange, in whichever process it is to run: one of its own, or the embedded server, whose data folder nobody else can open.
 * Needs the case handling, an event store and a read store.
 */
@Module({})
export class ExchangeModule {
  static forRoot({ messaging: open, sources, settings }: ExchangeOptions): DynamicModule {
    const messaging = Symbol('messaging');
    return {
      module: ExchangeModule,
      providers: [
        { provide: messaging, useFactory: open },
        { provide: IntakeSources, useValue: sources },
        IntakeMessages,
        {
          provide: Relay,
          useFactory: (opened: Messaging, store: EventStore, rows: ReadStore) => relayTo(opened, store, rows, settings),
          inject: [messaging, EventStore, ReadStore],
        },
        {
          provide: Exchange,
          useFactory: (opened: Messaging, intake: IntakeMessages, relay: Relay, rows: ReadStore) =>
            new Exchange(opened, intake, relay, runnerOf(relay, rows), settings),
          inject: [messaging, IntakeMessages, Relay, ReadStore],
        },
      ],
      exports: [Exchange, IntakeMessages, Relay],
    };
  }
}

/** The exchange on real brokers. `clientId` is what they call this process. */
export const exchangeFollowers = (
  { prefix, ...access }: KafkaAccess & { readonly prefix: string },
  sources: IntakeSources,
  clientId: string,
): DynamicModule => ExchangeModule.forRoot({ messaging: () => openKafka(kafkaAccess(access, clientId)), sources, settings: { prefix } });
