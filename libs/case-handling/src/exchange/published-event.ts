import { type CaseType, caseTypes, type EventDefinition } from '@app/cases';
import type { RecordedEvent } from '@app/event-store';
import type { OutgoingEvent } from '@app/messaging';
import { partsOf } from '../recording/case-ids';
import { decodeForProjection } from '../recording/codec';
import { publishedData, publishedEvents } from './withheld';

const told = new Map<string, ReadonlyMap<string, EventDefinition>>(
  (Object.values(caseTypes) as CaseType[]).map((caseType) => [caseType.name, publishedEvents(caseType)]),
);

/** `cn.huiying.case.ComplaintRouted.v1` */
export const publishedType = (type: string): string => `cn.huiying.case.${type}.v1`;

/** The event as it leaves; undefined for one that is nobody's business outside. @throws when it cannot be read */
export const publishedEvent = (event: RecordedEvent, source: string): OutgoingEvent | undefined => {
  const definition = told.get(partsOf(event.stream).category)?.get(event.type);
  if (!definition) return undefined;
  const { category, occurredAt, recordedAt, intake, data } = decodeForProjection(event);
  return {
    id: event.id,
    source,
    type: publishedType(event.type),
    subject: event.stream,
    time: occurredAt,
    key: event.stream,
    extensions: {
      casetype: category,
      // Attributes that are integers have 32 bits, and positions have more.
      position: String(event.position),
      revision: event.revision,
      recordedat: recordedAt,
      ...(intake && { intakesource: intake.source, intakeid: intake.id }),
    },
    data: publishedData(definition, data),
  };
};
