import { type CaseEvent, type CaseType, caseTypes, commonEvents, type EventDefinition } from '@app/cases';
import { newEventId, type RecordedEvent } from '@app/event-store';
import { livedHistoriesOf } from '@app/testing';
import fc from 'fast-check';
import { z } from 'zod';
import { publishedEvent } from './published-event';
import { guardedFields, withheldFields } from './withheld';

const stream = (type: string): string => `${type}-0190b0a0-0000-7000-8000-000000000001`;

const recorded = (caseType: string, { type, data, at }: CaseEvent, metadata: object = {}): RecordedEvent => ({
  id: newEventId(),
  stream: stream(caseType),
  revision: 3,
  position: 5_000_000_000,
  recordedAt: '2018-06-04T01:00:05.000Z',
  type,
  data: JSON.stringify(data),
  metadata: JSON.stringify({ occurredAt: at ?? '2018-06-04T09:00:00+08:00', by: { id: 'li-na', unit: 'gov-office' }, ...metadata }),
  personal: Buffer.from('sealed'),
});

const published = (event: RecordedEvent) => publishedEvent(event, 'urn:huiying:spec');

const registered: CaseEvent = {
  type: 'ComplaintRegistered',
  data: { caseNumber: 'RX-2018-000001', channel: 'phone', kind: 'complaint', matter: '供水', area: '河西', due: { on: '2018-06-11' } },
};

describe('an event that is published', () => {
  it('is a CloudEvent about its case, in the order of its stream', () => {
    const intake = { receipt: 'r', source: 'urn:hotline', id: 'a-1', type: 't', subject: 'YS-1' };
    const event = recorded('complaint', registered, { intake });
    expect(published(event)).toEqual({
      id: event.id,
      source: 'urn:huiying:spec',
      type: 'cn.huiying.case.ComplaintRegistered.v1',
      subject: stream('complaint'),
      key: stream('complaint'),
      time: '2018-06-04T09:00:00+08:00',
      extensions: {
        casetype: 'complaint',
        position: '5000000000',
        revision: 3,
        recordedat: '2018-06-04T01:00:05.000Z',
        intakesource: 'urn:hotline',
        intakeid: 'a-1',
      },
      data: registered.data,
    });
  });

  it('says nothing that its shape does not have', () => {
    const more = { ...registered, data: { ...registered.data, complainant: '王小明' } };
    expect(JSON.stringify(published(recorded('complaint', more)))).not.toContain('王小明');
  });

  it.each([{ confidential: true }, { accused: ['water-works'] }])('has no words when the case is to be guarded: %j', (guard) => {
    const { data } = published(recorded('complaint', { ...registered, data: { ...registered.data, ...guard } }))!;
    expect(data).toMatchObject({ caseNumber: 'RX-2018-000001', kind: 'complaint' });
    for (const field of ['accused', ...guardedFields]) expect(data).not.toHaveProperty(field);
  });

  it.each([
    ['complaint', { type: 'ComplaintUnitAccused', data: { accused: ['water-works'] } }],
    ['complaint', { type: 'ComplaintTakenBack', data: { unit: 'water-works' } }],
    ['complaint', { type: 'FromANewerVersion', data: {} }],
    ['numbering', { type: 'CaseNumbersTaken', data: { upTo: 50 } }],
    ['intake', { type: 'IntakeEventParked', data: { reason: '…' } }],
    ['intake', { type: 'ComplaintRegistered', data: {} }],
  ])('is none of %s: %j', (category, event) => {
    expect(published(recorded(category, event))).toBeUndefined();
  });
});

/** Every text in a value. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** Texts too long to stand somewhere else by chance. */
const tellingTextsIn = (value: unknown): readonly string[] => textsIn(value).filter((text) => text.trim().length >= 6);

const allTypes = Object.values(caseTypes) as CaseType[];

describe.each(allTypes.map((caseType) => [caseType.name, caseType] as const))('whatever happens to a %s', (name, caseType) => {
  it('leaves without what is personal, and without what is withheld', () => {
    let looked = 0;
    fc.assert(
      fc.property(livedHistoriesOf(caseType), (history) => {
        for (const event of history.flatMap(({ silences, events }) => [...silences, ...events])) {
          const out = published({ ...recorded(name, event), personal: Buffer.from(JSON.stringify(event.personal ?? {})) });
          const told = JSON.stringify(out ?? {});
          const telling = tellingTextsIn(event.personal);
          expect(telling.filter((text) => told.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
          looked += telling.length;
          for (const field of withheldFields) expect(out?.data ?? {}).not.toHaveProperty(field);
        }
      }),
      { numRuns: 30 },
    );
    expect(looked).toBeGreaterThan(10);
  });
});

/** Every place in an event's data where somebody may write what they like. */
const freePlaces = (definition: EventDefinition): readonly string[] => {
  const found: string[] = [];
  const walk = (schema: z.core.JSONSchema._JSONSchema | undefined, path: string): void => {
    if (typeof schema !== 'object') return;
    for (const each of schema.anyOf ?? []) walk(each, path);
    for (const [name, member] of Object.entries(schema.properties ?? {})) walk(member, `${path}/${name}`);
    walk(schema.additionalProperties, `${path}/*`);
    if (schema.items && !Array.isArray(schema.items)) walk(schema.items, path);
    const isOpen = !schema.enum && schema.const === undefined && !schema.format && (!schema.pattern || schema.pattern === '\\S');
    if ([schema.type].flat().includes('string') && isOpen) found.push(path);
  };
  walk(z.toJSONSchema(definition.data), '');
  return found;
};

/** Written by the program, not by anybody. */
const ours = /^\/(due|by|stopped|limits\/\*)\/(rule|calendar|edition|extensions\/rule|pauses\/why)$|^\/notice$|^\/fact$/;

/** What an office writes in a few words about the case, its papers and the bodies concerned: looked at one by one, and let out. */
const letOut = [
  '/matter',
  '/area',
  '/platform',
  '/station',
  '/reference',
  '/session',
  '/number',
  '/agency',
  '/legalBasis',
  '/document',
  '/forum',
  '/courtAcceptance',
];

describe('words that somebody has written', () => {
  it('leave only from fields of which that was decided', () => {
    const definitions = [...allTypes.flatMap(({ events }) => Object.values(events)), ...Object.values(commonEvents)] as EventDefinition[];
    const places = new Set(definitions.flatMap(freePlaces).filter((place) => !ours.test(place)));
    expect([...places].toSorted()).toEqual(
      [...letOut, ...withheldFields.filter((field) => field !== 'accused').map((each) => `/${each}`)].toSorted(),
    );
  });
});
