import type { Exchange } from '@app/case-handling';
import type { Figure, Part } from './part';

/** What comes in and goes out over Kafka. */
export const exchangePart = (exchange: Exchange): Part => ({
  name: 'exchange',
  now: async () => {
    const { tally, lag, relay } = await exchange.progress();
    const outcomes = Object.entries(tally).map(
      ([outcome, value]): Figure => ({
        name: 'huiying_intake_messages',
        help: 'Messages of intake systems since the process started, by what became of them',
        labels: { outcome },
        value,
      }),
    );
    return {
      troubles: exchange.troubles(),
      says: { ...tally, lag, relay },
      figures: [
        ...outcomes,
        ...(lag === undefined ? [] : [{ name: 'huiying_intake_lag', help: 'Messages that nobody has settled yet', value: lag }]),
        { name: 'huiying_relay_position', help: 'The last position of the log that this process has relayed', value: relay.position },
        { name: 'huiying_relay_published', help: 'Events published since the process started', value: relay.published },
        { name: 'huiying_relay_unreadable', help: 'Events that could not be read and were not published', value: relay.unreadable },
      ],
    };
  },
});
