import type { EventStore, ScannedEvent } from '@app/event-store';
import type { CaseFacts } from '@app/projections';
import { partsOf } from '../recording/case-ids';
import { countedTypes } from './counted-types';
import { factsOfCase } from './replay';

const eventsPerBatch = 5_000;

/** A case of which something was recorded between two positions: its facts at the first, where it was known by then, and at the second. */
export interface TouchedCase {
  readonly caseType: string;
  readonly caseId: string;
  readonly before: CaseFacts | undefined;
  readonly now: CaseFacts;
  /** Positions of the events between. */
  readonly positions: readonly number[];
}

const touched = async (store: EventStore, from: number, to: number): Promise<ReadonlyMap<string, readonly ScannedEvent[]>> => {
  const byStream = new Map<string, ScannedEvent[]>();
  for (let after = from; after < to; ) {
    const events = await store.scan({ after, upTo: to, limit: eventsPerBatch, types: countedTypes });
    for (const event of events) {
      const known = byStream.get(event.stream);
      if (known) known.push(event);
      else byStream.set(event.stream, [event]);
    }
    after = events.length < eventsPerBatch ? to : events.at(-1)!.position;
  }
  return byStream;
};

/** Every case that may be counted otherwise at the second position than at the first. Cases opened since are among them. */
export const touchedCases = async (store: EventStore, from: number, to: number): Promise<readonly TouchedCase[]> => {
  const cases: TouchedCase[] = [];
  for (const [stream, events] of await touched(store, from, to)) {
    const { category, id } = partsOf(stream);
    const named = { case_type: category, case_id: id };
    const isNew = events[0]?.revision === 0;
    const [before, now] = await Promise.all([isNew ? undefined : factsOfCase(store, named, from), factsOfCase(store, named, to)]);
    if (now) cases.push({ caseType: category, caseId: id, before, now, positions: events.map(({ position }) => position) });
  }
  return cases;
};
