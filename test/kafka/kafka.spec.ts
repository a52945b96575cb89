import { openKafka } from '@app/messaging';
import { messagingContract } from '@app/testing';
import { brokersForSpecs } from './for-specs';

const brokers = brokersForSpecs('the contract of messaging on a real broker');

if (brokers)
  messagingContract(
    'on Kafka',
    async () => {
      const { addresses, own } = await brokers();
      await own?.restart();
      const open = () =>
        openKafka({ brokers: addresses, clientId: 'spec', sessionTimeout: 6_000, backOff: { first: 100, longest: 1_000 } });
      const messaging = open();
      const others: ReturnType<typeof open>[] = [];
      const another = () => {
        others.push(open());
        return others.at(-1)!;
      };
      return {
        messaging,
        another,
        breakBrokers: () => own!.kill(),
        mendBrokers: () => own!.restart(),
        async close() {
          await own?.restart();
          await Promise.all([messaging, ...others].map((one) => one.close()));
        },
      };
    },
    { outages: brokers.ours },
  );
