import { Logger } from '@nestjs/common';
import { kafkaAccess } from './kafka-access';

const brokers = ['kafka-1:9092'];

describe('the way to the brokers', () => {
  it('is plain unless something else is set', () => {
    const { log: _, ...settings } = kafkaAccess({ brokers }, 'huiying-exchange');
    expect(settings).toEqual({ brokers, clientId: 'huiying-exchange' });
  });

  it('is encrypted and authenticated as set', () => {
    const sasl = { username: 'exchange', password: 'secret' };
    expect(kafkaAccess({ brokers, sasl, tls: {} }, 'x')).toMatchObject({ ssl: true, sasl: { mechanism: 'scram-sha-512', ...sasl } });
    expect(kafkaAccess({ brokers, tls: { ca: 'PEM' } }, 'x')).toMatchObject({ ssl: { ca: ['PEM'] } });
  });

  it('complains of the same thing once a minute', () => {
    const error = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const now = jest.spyOn(performance, 'now').mockReturnValue(1_000);
    const { log } = kafkaAccess({ brokers }, 'x');
    for (const at of [1_000, 30_000, 60_999, 61_000]) {
      now.mockReturnValue(at);
      log?.('error', 'no connection');
    }
    log?.('error', 'something else');
    expect(error.mock.calls.map(([text]) => text as string)).toEqual(['no connection', 'no connection', 'something else']);
    jest.restoreAllMocks();
  });
});
