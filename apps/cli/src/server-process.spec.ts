import { environmentFor } from './server-process';

describe('a server that plays', () => {
  it('knows nothing of the log and the brokers that this installation shares', () => {
    const shared = {
      HUIYING_EVENTSTORE: 'esdb://events:2113',
      HUIYING_EVENTSTORE_NAMESPACE: 'huiying',
      HUIYING_POSTGRES: 'postgres://rows/huiying',
      HUIYING_SEGMENTS: '16',
      HUIYING_KAFKA: 'kafka:9092',
      HUIYING_KAFKA_PREFIX: 'huiying',
    };
    jest.replaceProperty(process, 'env', { ...shared, HUIYING_DATA: '/var/lib/huiying', HUIYING_AGENCY: '某县', PATH: '/bin' });
    const environment = environmentFor({ HUIYING_DATA: '/play' });
    jest.restoreAllMocks();
    expect(environment).toEqual({ HUIYING_DATA: '/play', HUIYING_AGENCY: '某县', PATH: '/bin' });
  });
});
