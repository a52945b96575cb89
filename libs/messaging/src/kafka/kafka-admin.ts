import { setTimeout as milliseconds } from 'node:timers/promises';
import { type Admin, type Kafka, KafkaJSProtocolError } from 'kafkajs';
import { MessagingUnavailable } from '../errors';
import { reasonOf } from './kafka-client';

const pause = 400;

/** What the library does not ask again by itself: a leader that is being elected, a topic that is not yet known everywhere. */
const isPassing = (error: unknown): boolean => error instanceof KafkaJSProtocolError && error.retriable;

/** One connection for questions and orders, made when first needed and again after a failure. */
export class KafkaAdmin {
  private admin: Promise<Admin> | undefined;

  constructor(private readonly open: () => Kafka) {}

  /** Asks again, soon, when a broker is just moving something. @throws MessagingUnavailable */
  async ask<Answer>(question: (admin: Admin) => Promise<Answer>, again = 3): Promise<Answer> {
    const asked = (this.admin ??= this.connect());
    try {
      return await question(await asked);
    } catch (error) {
      if (this.admin === asked) await this.close();
      if (again > 0 && isPassing(error)) {
        await milliseconds(pause);
        return await this.ask(question, again - 1);
      }
      throw new MessagingUnavailable(`无法询问 Kafka (Kafka cannot be asked): ${reasonOf(error)}`, { cause: error });
    }
  }

  async close(): Promise<void> {
    const { admin } = this;
    this.admin = undefined;
    await admin?.then((connected) => connected.disconnect()).catch(() => undefined);
  }

  private async connect(): Promise<Admin> {
    const admin = this.open().admin();
    await admin.connect();
    return admin;
  }
}
