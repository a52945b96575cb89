import { SqliteEventStore } from '@app/event-store';
import { BareLog } from '../support/bare-log';
import { inFolder } from '../support/folders';
import { type Figure, interleaved, perSecond } from '../support/measure';
import { sampleEvent, unsealed } from '../support/sample-events';
import { sampleId } from '../support/sample-ids';

const milliseconds = 2_500;
const streams = 20_000;

/** Each worker goes round its own streams, so that every append has a revision to be checked. */
const place = (writers: number, worker: number, turn: number) => {
  const own = Math.floor(streams / writers);
  return { number: worker + writers * (turn % own), revision: Math.floor(turn / own) };
};

const bare = (writers: number): Promise<number> =>
  inFolder(async (folder) => {
    const log = new BareLog(folder);
    const rate = await perSecond(writers, milliseconds, (worker, turn) => {
      const { number, revision } = place(writers, worker, turn);
      const { data, metadata } = sampleEvent(number, 0);
      return log.append(sampleId(number), revision, data + metadata);
    });
    log.close();
    return rate;
  });

const store = (writers: number): Promise<number> =>
  inFolder(async (folder) => {
    const events = SqliteEventStore.open(folder);
    const rate = await perSecond(writers, milliseconds, (worker, turn) => {
      const { number, revision } = place(writers, worker, turn);
      return events.append(`complaint-${sampleId(number)}`, revision === 0 ? 'none' : revision - 1, [unsealed(sampleEvent(number, 0))]);
    });
    await events.close();
    return rate;
  });

const goals: readonly (readonly [number, number])[] = [
  [1, 0.8],
  [16, 0.7],
  [128, 0.7],
];

/** Durable appends against a bare loop that commits in groups as well. */
export const appends = async (rounds: number): Promise<Figure[]> => {
  const figures: Figure[] = [];
  for (const [writers, goal] of goals) {
    const measured = await interleaved(
      rounds,
      () => bare(writers),
      () => store(writers),
    );
    figures.push({ name: `durable appends, ${writers} at once`, unit: 'per second', ...measured, goal });
  }
  return figures;
};
