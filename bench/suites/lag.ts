import { defaultEditions } from '@app/cases';
import { CaseHandlingModule, Projector } from '@app/case-handling';
import { EventStore, EventStoreModule } from '@app/event-store';
import { ReadStoreModule } from '@app/read-store';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { setTimeout as pause } from 'node:timers/promises';
import { inFolder } from '../support/folders';
import { type Figure, median, percentile } from '../support/measure';
import { sampleEvent } from '../support/sample-events';
import { sampleId } from '../support/sample-ids';

const perSecond = 100;
const seconds = 8;

@Module({})
class Bench {}

/** Milliseconds from before an append to its row being there, at a hundred appends a second. */
const lags = (): Promise<number[]> =>
  inFolder(async (folder) => {
    const imports = [
      EventStoreModule.forRoot({ kind: 'sqlite', folder }),
      ReadStoreModule.forRoot({ folder }),
      CaseHandlingModule.forRoot({ units: [], editions: defaultEditions, follow: 'embedded' }),
    ];
    const app = await NestFactory.createApplicationContext({ module: Bench, imports }, { logger: false });
    await app.init();
    const [store, projector] = [app.get(EventStore), app.get(Projector)];
    const measured: Promise<number>[] = [];
    const startedAt = performance.now();
    for (let number = 0; number < perSecond * seconds; number += 1) {
      await pause(Math.max(0, startedAt + (number * 1_000) / perSecond - performance.now()));
      const before = performance.now();
      measured.push(
        store
          .append(`complaint-${sampleId(number)}`, 'none', [sampleEvent(number, 0)])
          .then(({ position }) => projector.reached(position, 5_000))
          .then(() => performance.now() - before),
      );
    }
    const result = await Promise.all(measured);
    await app.close();
    // The first second warms the code up.
    return result.slice(perSecond);
  });

/** How long after an append its row can be read. */
export const lag = async (rounds: number): Promise<Figure[]> => {
  const runs: number[][] = [];
  for (let round = 0; round < rounds; round += 1) runs.push(await lags());
  const across = (share: number): number => median(runs.map((run) => percentile(run, share)));
  return [
    { name: 'append to visible row at 100 a second, p50', unit: 'ms', ours: across(0.5), atMost: 3 },
    { name: 'append to visible row at 100 a second, p99', unit: 'ms', ours: across(0.99), atMost: 15 },
  ];
};
