import { setTimeout as pause } from 'node:timers/promises';
import { receiptsTable } from '@app/projections';
import type { Producer } from 'kafkajs';
import { produce, withProducer } from './bare-kafka';
import type { Installation } from './installations';
import { percentile } from './measure';
import { type IntakeSample, intakeSample } from './sample-intake';
import { until } from './until';

/** How many events to warm up with, to measure all at once, and to measure at a steady rate. */
export interface Sizes {
  readonly warm: number;
  readonly many: number;
  readonly perSecond: number;
  readonly seconds: number;
}

export interface IntakeRun {
  /** From the first being produced to the last row being visible. */
  readonly perSecond: number;
  /** Milliseconds from before an event is produced to its receipt being visible, at the steady rate. */
  readonly p50: number;
  readonly p99: number;
}

const ticksPerSecond = 100;
/** What is refused becomes a dead letter and never has a receipt. */
const withinMs = 120_000;

/** An event that has overtaken its case waits for it a while: its receipt is there before, but only then says that it is recorded. */
const recordedIn = ({ rows }: Installation): Promise<number> => rows.count(receiptsTable, { status: 'recorded' });

/** Milliseconds until the rows show that each of them is recorded. */
const allAtOnce = async (producer: Producer, installation: Installation, samples: readonly IntakeSample[]): Promise<number> => {
  const before = await recordedIn(installation);
  const startedAt = performance.now();
  await produce(
    producer,
    installation.topic,
    samples.map(({ message }) => message),
  );
  await until('every event is recorded', async () => (await recordedIn(installation)) >= before + samples.length, {
    everyMs: 30,
    withinMs,
  });
  return performance.now() - startedAt;
};

/** Looks which of those that are waited for have become visible, again and again until there is none left. */
const watch = async ({ rows }: Installation, sentAt: Map<string, number>, isOver: () => boolean): Promise<readonly number[]> => {
  const taken: number[] = [];
  while (!isOver() || sentAt.size > 0) {
    const asked = [...sentAt.keys()].slice(0, 1_000);
    const found = asked.length > 0 ? await rows.rows(receiptsTable, { where: { receipt_id: asked, status: 'recorded' } }) : [];
    const now = performance.now();
    for (const { receipt_id } of found) {
      taken.push(now - sentAt.get(receipt_id)!);
      sentAt.delete(receipt_id);
    }
    await pause(2);
  }
  return taken;
};

const steadily = async (producer: Producer, installation: Installation, samples: readonly IntakeSample[], perSecond: number) => {
  const [sentAt, sending] = [new Map<string, number>(), [] as Promise<void>[]];
  let isOver = false;
  const watching = watch(installation, sentAt, () => isOver);
  const startedAt = performance.now();
  const perTick = perSecond / ticksPerSecond;
  for (let first = 0; first < samples.length; first += perTick) {
    await pause(Math.max(0, startedAt + (first * 1_000) / perSecond - performance.now()));
    const some = samples.slice(first, first + perTick);
    for (const { receipt } of some) sentAt.set(receipt, performance.now());
    sending.push(
      produce(
        producer,
        installation.topic,
        some.map(({ message }) => message),
      ),
    );
  }
  await Promise.all(sending);
  isOver = true;
  return watching;
};

/** What an installation takes in, all at once and then steadily. @throws when any of it was not recorded */
export const intakeRun = (installation: Installation, sizes: Sizes): Promise<IntakeRun> =>
  withProducer(installation.brokers, async (producer) => {
    const [warm, many] = [intakeSample('warm', sizes.warm), intakeSample('many', sizes.many)];
    const steady = intakeSample('steady', sizes.perSecond * sizes.seconds);
    await allAtOnce(producer, installation, warm);
    const taken = await allAtOnce(producer, installation, many);
    const waited = await steadily(producer, installation, steady, sizes.perSecond);
    const recorded = await recordedIn(installation);
    const sent = warm.length + many.length + steady.length;
    if (recorded !== sent) throw new Error(`${recorded} of ${sent} events were recorded`);
    return { perSecond: many.length / (taken / 1_000), p50: percentile(waited, 0.5), p99: percentile(waited, 0.99) };
  });
