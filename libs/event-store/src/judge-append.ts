import { DuplicateEventId, RevisionConflict } from './errors';
import type { Appended, ExpectedRevision, NewEvent, Position } from './event-store';

export interface Append {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
}

/** Where an event stands in the log. */
export interface Place {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly recordedAt: string;
}

/** What has to be known of the log to judge an append; nothing is written between question and answer. */
export interface KnownPlaces {
  /** -1 for a stream that does not exist. */
  lastRevision(stream: string): number;
  at(stream: string, revision: number): Place | undefined;
  find(id: string): Place | undefined;
}

export type Verdict = 'record' | Appended | RevisionConflict | DuplicateEventId;

/** Whether to record an append, to repeat an earlier answer, or to refuse it. */
export function judgeAppend(append: Append, log: KnownPlaces): Verdict {
  const { stream, expected, events } = append;
  const actual = log.lastRevision(stream);
  if (expected === 'any' || expected === 'exists') {
    const first = log.find(events[0]!.id);
    if (first) return earlierAnswer(append, first.revision, log) ?? new DuplicateEventId(first.id);
    return expected === 'exists' && actual === -1 ? new RevisionConflict(stream, expected, actual) : 'record';
  }
  const believed = expected === 'none' ? -1 : expected;
  if (actual === believed) return 'record';
  return earlierAnswer(append, believed + 1, log) ?? new RevisionConflict(stream, expected, actual);
}

/** Refuses an append one of whose ids is known already, in the log or in the append itself. */
export function refuseKnownIds({ events }: Append, log: KnownPlaces): DuplicateEventId | undefined {
  const seen = new Set<string>();
  const known = events.find(({ id }) => seen.has(id) || log.find(id) !== undefined || !seen.add(id));
  return known && new DuplicateEventId(known.id);
}

function earlierAnswer({ stream, events }: Append, from: number, log: KnownPlaces): Appended | undefined {
  let last: Place | undefined;
  for (const [offset, { id }] of events.entries()) {
    last = log.at(stream, from + offset);
    if (last?.id !== id) return undefined;
  }
  return last && { stream, revision: last.revision, position: last.position, recordedAt: last.recordedAt, repeated: true };
}
