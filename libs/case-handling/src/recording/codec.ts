import type { CaseEvent } from '@app/cases';
import { type KeyStore, type NewEvent, newEventId, type RecordedEvent, type ScannedEvent } from '@app/event-store';
import type { ProjectedEvent } from '@app/projections';
import { bindingOf, seal, unseal } from '../personal-data/cipher';
import { partsOf } from './case-ids';
import { catalogued } from './event-catalogue';
import { clockActor, type Metadata, type Note } from './metadata';

/** The name under which a stream's data key is kept. */
const keyOwner = (stream: string): string => stream;

const isSaid = (personal: CaseEvent['personal']): personal is NonNullable<CaseEvent['personal']> =>
  personal !== undefined && Object.values(personal).some((value) => value !== undefined);

/** An event in the texts that are stored, before it has an id and what is personal in it is sealed. */
export interface WrittenEvent {
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
  /** In clear; absent where nothing personal was said. */
  readonly personal: string | undefined;
}

/** Events in exact JSON texts. Notes go by the order of events. */
export const write = (events: readonly CaseEvent[], metadata: Metadata, notes: readonly Note[] = []): readonly WrittenEvent[] =>
  events.map(({ type, data, personal, at }, index) => {
    const schema = catalogued(type)?.upcasts.length || undefined;
    return {
      type,
      data: JSON.stringify(data),
      metadata: JSON.stringify({ ...(at === undefined ? metadata : silenceMetadata(at, metadata)), ...notes[index], schema }),
      personal: isSaid(personal) ? JSON.stringify(personal) : undefined,
    };
  });

/** Written events as the store keeps them: each with an id, personal data sealed under the key of their stream. @throws KeyDestroyed */
export const sealAll = async (keys: KeyStore, stream: string, events: readonly WrittenEvent[]): Promise<NewEvent[]> => {
  const key = events.some(({ personal }) => personal !== undefined) ? await keys.obtain(keyOwner(stream)) : undefined;
  return events.map(({ type, data, metadata, personal }) => {
    const id = newEventId();
    return { id, type, data, metadata, personal: key && personal !== undefined ? seal(key, personal, bindingOf(stream, id)) : undefined };
  });
};

/** Events as the store keeps them: exact JSON texts, personal data sealed under the key of their stream. Notes go by the order of events. */
export const encode = async (
  keys: KeyStore,
  stream: string,
  events: readonly CaseEvent[],
  metadata: Metadata,
  notes: readonly Note[] = [],
): Promise<NewEvent[]> => sealAll(keys, stream, write(events, metadata, notes));

/** A silence is recorded beside a command, but was not given by whoever gave that, nor under its key. */
const silenceMetadata = (occurredAt: string, { correlation }: Metadata): Metadata => ({ occurredAt, by: clockActor, correlation });

export const metadataOf = (event: Pick<RecordedEvent, 'metadata'>): Metadata => JSON.parse(event.metadata) as Metadata;

/** The event's data in today's shape. */
const upcast = (type: string, data: Record<string, unknown>, schema = 0): Readonly<Record<string, unknown>> =>
  (catalogued(type)?.upcasts ?? []).slice(schema).reduce((older, lift) => lift(older) as Record<string, unknown>, data);

/** The event as evolve knows it. */
export const decode = (event: RecordedEvent, { schema }: Metadata = metadataOf(event)): CaseEvent => ({
  type: event.type,
  data: upcast(event.type, JSON.parse(event.data) as Record<string, unknown>, schema),
});

/** The data of an event in today's shape. @throws when it is none */
const dataOf = ({ type, data }: Pick<RecordedEvent, 'type' | 'data'>, schema: number | undefined): Readonly<Record<string, unknown>> => {
  const stored = JSON.parse(data) as Record<string, unknown> | null;
  if (typeof stored !== 'object' || stored === null) throw new Error(`the data of ${type} is no object`);
  return (catalogued(type)?.upcasts.length ?? 0) > (schema ?? 0) ? upcast(type, stored, schema) : stored;
};

/** The event as projections know it. */
export const decodeForProjection = (event: ScannedEvent): ProjectedEvent => {
  const { occurredAt, by, intake, schema, worked } = metadataOf(event);
  const entry = catalogued(event.type);
  if (typeof occurredAt !== 'string' || typeof by?.id !== 'string') throw new Error(`${event.type} does not say who did it and when`);
  const data = dataOf(event, schema);
  const { category, id } = partsOf(event.stream);
  return {
    position: event.position,
    stream: event.stream,
    revision: event.revision,
    category,
    id,
    type: event.type,
    milestone: entry?.milestone,
    occurredAt,
    recordedAt: event.recordedAt,
    by,
    intake,
    worked,
    data,
  };
};

const begins = '{"occurredAt":"';
const nobody = { id: '', unit: '' };

/** Metadata is written with the time first. Where it says nothing of a schema, that is all a count needs of it: parsing it takes as long as the rest. */
const countedMetadata = (metadata: string): Pick<Metadata, 'occurredAt' | 'schema'> => {
  if (!metadata.startsWith(begins) || metadata.includes('"schema":')) return JSON.parse(metadata) as Metadata;
  return { occurredAt: metadata.slice(begins.length, metadata.indexOf('"', begins.length)) };
};

/** The event as the facts that are counted follow from it: who did it is not told. */
export const decodeForCounting = ({ position, stream, revision, type, recordedAt, data, metadata }: ScannedEvent): ProjectedEvent => {
  const { occurredAt, schema } = countedMetadata(metadata);
  const { category, id } = partsOf(stream);
  return {
    position,
    stream,
    revision,
    category,
    id,
    type,
    milestone: catalogued(type)?.milestone,
    occurredAt,
    recordedAt,
    by: nobody,
    data: dataOf({ type, data }, schema),
  };
};

/** The personal data of an event; undefined when it has none or its key has been destroyed. */
export const openPersonal = async (keys: KeyStore, event: RecordedEvent): Promise<Readonly<Record<string, unknown>> | undefined> => {
  if (!event.personal) return undefined;
  const key = await keys.find(keyOwner(event.stream));
  return key && (JSON.parse(unseal(key, event.personal, bindingOf(event.stream, event.id))) as Record<string, unknown>);
};
