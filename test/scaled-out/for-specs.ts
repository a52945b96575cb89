import { onPostgres } from '@app/testing';
import { brokersForSpecs, type SomeBrokers } from '../kafka/for-specs';
import { Cluster, type ClusterOptions } from './cluster';

export interface Given {
  readonly cluster: Cluster;
  readonly brokers: SomeBrokers;
}

let installations = 0;

/** Specs on a whole installation, one for the file. Where PostgreSQL or Kafka are not there, they say so loudly instead. */
export const onCluster = (
  name: string,
  options: Pick<ClusterOptions, 'size' | 'source' | 'through'>,
  body: (given: () => Given) => void,
): void => {
  const brokers = brokersForSpecs(name);
  if (!brokers) return;
  onPostgres(name, (server) => {
    let given: Given;
    beforeAll(async () => {
      const [some, postgres] = [await brokers(), await server().database()];
      const prefix = `spec${process.pid}-${++installations}`;
      given = { brokers: some, cluster: await Cluster.start({ ...options, postgres, kafka: some.addresses, prefix }) };
    });
    afterAll(() => given?.cluster.stop());
    body(() => given);
  });
};
