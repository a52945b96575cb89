import { setImmediate } from 'node:timers/promises';
import type { EventStore, ScannedEvent } from '@app/event-store';
import {
  type CaseFacts,
  caseFacts,
  type DeclaredFigure,
  declaredFigures,
  figureEvents,
  foldAlone,
  type ProjectedEvent,
} from '@app/projections';
import { streamOf } from '../recording/case-ids';
import { decodeForCounting, decodeForProjection } from '../recording/codec';
import { countedTypes } from './counted-types';

/** Small enough for a batch to be garbage before it is moved to the old generation of the heap. */
const eventsPerBatch = 1_000;

/** What can be counted of cases, and the declared figures, as they follow from the log up to a position. */
export interface Replayed {
  readonly position: number;
  /** By case; only the `countedFacts` of each are to be trusted, unless it was replayed whole. */
  readonly facts: ReadonlyMap<string, CaseFacts>;
  readonly declared: ReadonlyMap<string, DeclaredFigure>;
}

export interface ReplayOptions {
  /** Told the position after each batch. */
  readonly progress?: ((position: number, of: number) => void) | undefined;
  /** What is to be taken for an event of a case instead; nothing leaves it out. For questions that begin with "what if". */
  readonly instead?: ((event: ProjectedEvent) => ProjectedEvent | undefined) | undefined;
  /** Every fact, and not only those that are counted: for statistics, which ask of all of them. Takes twice as long. */
  readonly whole?: boolean | undefined;
}

interface Folding {
  readonly facts: Map<string, CaseFacts>;
  readonly declared: Map<string, DeclaredFigure>;
  /** Streams that could not take an event: their later events wait, as those of a parked case do. */
  readonly waiting: Set<string>;
  readonly instead: ReplayOptions['instead'];
  readonly decode: (event: ScannedEvent) => ProjectedEvent;
}

const ownCopy = (text: string): string => Buffer.from(text).toString();

const foldCase = ({ facts, instead }: Folding, counted: ProjectedEvent): void => {
  const event = instead ? instead(counted) : counted;
  if (!event?.milestone) return;
  const row = facts.get(event.id);
  if (row) return void foldAlone(caseFacts, row, event);
  // The id is a part of what was read; kept as it is, it would keep all of that in memory.
  const id = ownCopy(event.id);
  const begun = foldAlone(caseFacts, undefined, { ...event, id });
  if (begun) facts.set(id, begun);
};

const foldFigure = ({ declared }: Folding, event: ProjectedEvent): void => {
  const key = declaredFigures.keyOf(event)?.join('\u0001');
  if (key === undefined) return;
  const after = foldAlone(declaredFigures, declared.get(key), event);
  if (after) declared.set(key, after);
  else declared.delete(key);
};

const fold = (folding: Folding, scanned: ScannedEvent): void => {
  if (folding.waiting.has(scanned.stream)) return;
  try {
    const event = folding.decode(scanned);
    if (event.milestone) foldCase(folding, event);
    else foldFigure(folding, event);
  } catch {
    folding.waiting.add(scanned.stream);
  }
};

/** Folds the log from its beginning up to a position. */
export const replay = async (store: EventStore, upTo: number, { progress, instead, whole }: ReplayOptions = {}): Promise<Replayed> => {
  const decode = whole ? decodeForProjection : decodeForCounting;
  const folding: Folding = { facts: new Map(), declared: new Map(), waiting: new Set(), instead, decode };
  const types = whole ? undefined : [...countedTypes, ...figureEvents];
  for (let after = 0; after < upTo; ) {
    const scanned = await store.scan({ after, upTo, limit: eventsPerBatch, types });
    for (const event of scanned) fold(folding, event);
    after = scanned.length < eventsPerBatch ? upTo : scanned.at(-1)!.position;
    progress?.(after, upTo);
    // Reading is done at once, so others would wait for the whole log: after each batch they have their turn.
    await setImmediate();
  }
  return { position: upTo, facts: folding.facts, declared: folding.declared };
};

/** All facts of one case as they were at that position, up to the first event that the facts could not take; undefined before it was known. */
export const factsOfCase = async (
  store: EventStore,
  { case_type, case_id }: Pick<CaseFacts, 'case_type' | 'case_id'>,
  upTo: number,
): Promise<CaseFacts | undefined> => {
  let facts: CaseFacts | undefined;
  for (const event of await store.readStream(streamOf(case_type, case_id))) {
    if (event.position > upTo) break;
    try {
      facts = foldAlone(caseFacts, facts, decodeForProjection(event));
    } catch {
      break;
    }
  }
  return facts;
};
