import type { EventStore } from '@app/event-store';
import { type CaseFacts, caseFacts, foldAlone, type ProjectedEvent } from '@app/projections';
import { recordedAt } from '../reports/known-now';
import { replay, type Replayed, type ReplayOptions } from '../reports/replay';
import { calendarsUpTo } from './supposed-calendars';
import { supposedClocks } from './supposed-clocks';
import { type SupposedTerms, supposedTerms } from './supposed-terms';
import type { Supposition } from './supposition';

/** What follows from a log as it happened, and as it would with other terms and holidays. */
export interface SideBySide {
  readonly actual: Replayed;
  readonly supposed: Replayed;
  /** Undefined where nothing is supposed of due dates. */
  readonly terms: SupposedTerms | undefined;
}

/** Reads the log once. Cases of which nothing is supposed are folded once; the others twice, each side for itself. */
export const sideBySide = async (
  store: EventStore,
  upTo: number,
  supposition: Supposition,
  { progress }: Pick<ReplayOptions, 'progress'> = {},
): Promise<SideBySide> => {
  if (!supposition.terms && !supposition.holidays) {
    const actual = await replay(store, upTo, { progress });
    return { actual, supposed: actual, terms: undefined };
  }
  const calendars = await calendarsUpTo(store, upTo, supposition.holidays);
  const terms = supposedTerms(supposition, calendars);
  const clocks = supposedClocks(terms, calendars);
  const facts = new Map<string, CaseFacts>();
  const waiting = new Set<string>();

  const take = (event: ProjectedEvent): void => {
    const row = facts.get(event.id);
    const after = foldAlone(caseFacts, row, event);
    if (row === undefined && after !== undefined) facts.set(event.id, after);
  };

  const suppose = (event: ProjectedEvent): void => {
    if (clocks.alters(event.id)) {
      const row = facts.get(event.id);
      if (row) clocks.pass(row, { at: event.occurredAt, position: event.position }, take);
    }
    const supposed = clocks.instead(event);
    if (supposed) take(supposed);
  };

  /** What cannot be supposed of must not change what is. */
  const apart = (event: ProjectedEvent): ProjectedEvent => {
    try {
      if (terms.concern(event.category) && !waiting.has(event.stream)) suppose(event);
    } catch {
      waiting.add(event.stream);
    }
    return event;
  };

  const actual = await replay(store, upTo, { progress, instead: apart });
  const until = { at: await recordedAt(store, upTo), position: upTo };
  for (const id of clocks.altered) {
    const row = facts.get(id);
    if (row) clocks.pass(row, until, take);
  }
  const supposed = new Map(actual.facts);
  for (const [id, row] of facts) supposed.set(id, row);
  return { actual, supposed: { ...actual, facts: supposed }, terms };
};
