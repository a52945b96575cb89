import { messagingContract } from '@app/testing';
import { memoryMessaging } from './memory-messaging';

messagingContract(
  'in memory',
  async () => {
    const messaging = memoryMessaging();
    return {
      messaging,
      another: () => messaging,
      breakBrokers: async () => messaging.break(),
      mendBrokers: async () => messaging.mend(),
      close: () => messaging.close(),
    };
  },
  { outages: true },
);
