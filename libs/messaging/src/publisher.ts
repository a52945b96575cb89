import type { OutgoingMessage } from './message';

/** Every adapter passes `messagingContract` in @app/testing. */
export abstract class Publisher {
  /**
   * Resolves when every message is kept by all brokers that have to keep it. Messages of one key are in the order of the calls.
   * When it rejects, none, some or all of them may have been kept: publish them again.
   * @throws MessagingUnavailable
   */
  abstract publish(topic: string, messages: readonly OutgoingMessage[]): Promise<void>;

  /** Reason why nothing can be published, or undefined while all is well. */
  abstract trouble(): string | undefined;

  /** Waits for what was given to it. */
  abstract close(): Promise<void>;
}
