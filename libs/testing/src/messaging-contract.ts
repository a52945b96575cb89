import { deadLetterRules } from './messaging-contract/dead-letters';
import { deliveringRules } from './messaging-contract/delivering';
import type { OpenedMessaging } from './messaging-contract/office';
import { outageRules } from './messaging-contract/outages';
import { settlingRules } from './messaging-contract/settling';
import { sharingRules } from './messaging-contract/sharing';

export type { OpenedMessaging } from './messaging-contract/office';

export interface MessagingContractOptions {
  /** Whether brokers can be broken and mended. */
  readonly outages: boolean;
}

/** Every promise of `Messaging`, `Publisher` and `Consumer`. Topics and groups are made anew for each spec, so brokers may be shared. */
export function messagingContract(name: string, open: () => Promise<OpenedMessaging>, { outages }: MessagingContractOptions): void {
  describe(`messaging (${name})`, () => {
    let opened: OpenedMessaging;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    deliveringRules(() => opened);
    settlingRules(() => opened);
    deadLetterRules(() => opened);
    sharingRules(() => opened);
    if (outages) outageRules(() => opened);

    it('makes topics once, and leaves those that are there as they are', async () => {
      const { messaging } = opened;
      const topic = `spec-twice-${Date.now()}`;
      await messaging.ensureTopics([{ topic, partitions: 2, consumed: true }]);
      await messaging.ensureTopics([{ topic, partitions: 5, consumed: true }]);
      const consumer = messaging.consumer({ groupId: topic, topics: [topic] });
      expect((await consumer.lag()).partitions.map((one) => `${one.topic}/${one.partition}`).toSorted()).toEqual([
        `${topic}.retry/0`,
        `${topic}.retry/1`,
        `${topic}/0`,
        `${topic}/1`,
      ]);
    });

    it('takes nothing after it was closed', async () => {
      const publisher = await opened.messaging.publisher();
      await publisher.close();
      expect(publisher.trouble()).toMatch('closed');
      await expect(publisher.publish('anything', [{ key: 'a', value: 'b', headers: {} }])).rejects.toThrow('closed');
    });
  });
}
