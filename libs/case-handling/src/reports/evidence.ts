import type { Sentence } from '@app/cases';
import type { EventStore, RecordedEvent } from '@app/event-store';
import { type CaseFacts, caseFacts, countedFacts, foldAlone } from '@app/projections';
import { streamOf } from '../recording/case-ids';
import { decodeForProjection } from '../recording/codec';
import { catalogued } from '../recording/event-catalogue';

type Counted = (typeof countedFacts)[number];

/** An event of a case, and which of the facts that are counted it has set. */
export interface Evidence {
  readonly position: number;
  readonly revision: number;
  readonly type: string;
  readonly title: Sentence;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly by: { readonly id: string; readonly unit: string };
  readonly facts: Readonly<Partial<Pick<CaseFacts, Counted>>>;
}

const never: readonly Counted[] = ['case_id', 'case_type', 'case_number'];

const changed = (before: CaseFacts | undefined, after: CaseFacts): Evidence['facts'] =>
  Object.fromEntries(
    countedFacts
      .filter((column) => !never.includes(column) && (before === undefined ? after[column] !== null : before[column] !== after[column]))
      .map((column) => [column, after[column]]),
  );

const evidenceOf = (event: RecordedEvent, before: CaseFacts | undefined, after: CaseFacts): Evidence => {
  const { type, occurredAt, by } = decodeForProjection(event);
  const { position, revision, recordedAt } = event;
  const title = catalogued(type)?.title ?? { zh: type, en: type };
  return { position, revision, type, title, occurredAt, recordedAt, by: { id: by.id, unit: by.unit }, facts: changed(before, after) };
};

/** What put a case where it is counted: every event up to a position that set a counted fact, and the facts it set. */
export const evidenceFor = async (store: EventStore, caseType: string, caseId: string, upTo: number): Promise<readonly Evidence[]> => {
  const events = (await store.readStream(streamOf(caseType, caseId))).filter(({ position }) => position <= upTo);
  const found: Evidence[] = [];
  let facts: CaseFacts | undefined;
  for (const event of events) {
    const before = facts && { ...facts };
    try {
      facts = foldAlone(caseFacts, facts, decodeForProjection(event));
    } catch {
      break; // as the rows of a parked case
    }
    if (!facts) continue;
    const evidence = evidenceOf(event, before, facts);
    if (Object.keys(evidence.facts).length > 0) found.push(evidence);
  }
  return found;
};
