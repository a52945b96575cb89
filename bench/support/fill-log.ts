import type { EventStore } from '@app/event-store';
import { sampleEvent, stepsPerCase } from './sample-events';
import { sampleId } from './sample-ids';

const atOnce = 500;

/** Records `events` events of complaints, interleaved as in life: the cases of a wave move on together. */
export const fillLog = async (store: EventStore, events: number, stopAfterStep: number = stepsPerCase): Promise<number> => {
  const cases = Math.ceil(events / stopAfterStep);
  for (let first = 0; first < cases; first += atOnce)
    for (let step = 0; step < stopAfterStep; step += 1)
      await Promise.all(
        Array.from({ length: Math.min(atOnce, cases - first) }, (_, index) =>
          store.append(`complaint-${sampleId(first + index)}`, step === 0 ? 'none' : step - 1, [sampleEvent(first + index, step)]),
        ),
      );
  return cases;
};
