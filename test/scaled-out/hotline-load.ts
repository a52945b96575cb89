import type { CloudEvent } from 'cloudevents';
import type { Publisher } from '@app/messaging';
import { chunks } from '../support/chunks';
import { reportedComplaint } from '../support/forms';
import { Hotline } from '../support/hotline';
import { until } from '../support/until';
import type { Cluster } from './cluster';
import { readinessOf } from './cluster';
import { binaryMessage, publishPatiently, structuredMessage } from './over-kafka';

export const source = 'urn:hotline:12345';

/** The hotline at one of the apis. */
export const hotlineAt = ({ intakeKey }: Cluster, url: string): Hotline => new Hotline(url, intakeKey, source);

const shaping = new Hotline('', '', source);

/** A call that opens a case. */
export const received = (order: string): CloudEvent<object> =>
  shaping.event('complaint.received', `${order}-received`, order, '2018-06-04T09:00:00+08:00', reportedComplaint);

/** What settled it on the phone. */
export const answered = (order: string): CloudEvent<object> =>
  shaping.event('complaint.answered', `${order}-answered`, order, '2018-06-05T09:00:00+08:00', { text: '电话中已答复' });

export const orders = (name: string, count: number): readonly string[] => Array.from({ length: count }, (_, index) => `${name}-${index}`);

export const publishAll = async (publisher: Publisher, topic: string, events: readonly CloudEvent<object>[]): Promise<void> => {
  for (const some of chunks(events, 200))
    await publishPatiently(
      publisher,
      topic,
      some.map((event, index) => (index % 2 === 0 ? binaryMessage : structuredMessage)(event)),
    );
};

/** Resolves when the exchanges have settled all that was published. */
export const untilConsumed = async ({ exchanges }: Cluster): Promise<void> => {
  for (const exchange of exchanges)
    await until(`nothing waits for ${exchange.name}`, async () => (await readinessOf(exchange))?.['exchange']?.lag === 0, { every: 200 });
};

interface Answered {
  readonly status: number;
  readonly ms: number;
}

/** Reports one case after the other to an api, without patience: what is not answered well shows. */
export class SteadyIntake {
  readonly orders: string[] = [];
  readonly answers: Answered[] = [];
  private stopped = false;
  private readonly running: Promise<void>;

  constructor(hotline: Hotline, name: string, pauseMs: number) {
    this.running = this.goOn(hotline, name, pauseMs);
    this.running.catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async goOn(hotline: Hotline, name: string, pauseMs: number): Promise<void> {
    for (let number = 0; !this.stopped; number += 1) {
      const order = `${name}-${number}`;
      const began = performance.now();
      const { status } = await hotline.report(received(order));
      this.orders.push(order);
      this.answers.push({ status, ms: performance.now() - began });
      await new Promise((resolve) => {
        setTimeout(resolve, pauseMs);
      });
    }
  }
}
