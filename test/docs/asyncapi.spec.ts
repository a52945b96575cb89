import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { derivedId, intakeOrder, intakeTypes, messageRefusals, publishedEvent, publishedType, readIntakeMessage } from '@app/case-handling';
import { type CaseEvent, type CaseType, caseTypes } from '@app/cases';
import { newEventId, type RecordedEvent } from '@app/event-store';
import { writeKafkaEvent } from '@app/messaging';
import { arbitraryOf, livedHistoriesOf } from '@app/testing';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { asyncApiDocument } from '../../apps/api/src/asyncapi/document';
import { readPage } from './pages';

const document: any = asyncApiDocument('spec');

const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));

/** What is wrong with a value by a schema of the document; nothing when it is as described. */
const wrongWith = (schema: object, value: unknown, by = ajv): string => {
  const check = by.compile(schema);
  return check(value) ? '' : by.errorsText(check.errors);
};

const resolved = (reference: string): any =>
  reference
    .slice(2)
    .split('/')
    .reduce((at: any, name) => at[name], document);

const messagesOf = (channel: string): { readonly name: string; readonly headers: object; readonly payload: object }[] =>
  Object.values<any>(document.channels[channel].messages).map(({ $ref }) => resolved($ref));

const messageOf = (channel: string, name: string) => messagesOf(channel).find((message) => message.name === name)!;

const recorded = (caseType: string, { type, data, at }: CaseEvent): RecordedEvent => ({
  id: newEventId(),
  stream: `${caseType}-0190b0a0-0000-7000-8000-000000000001`,
  revision: 0,
  position: 1,
  recordedAt: '2018-06-04T01:00:05.000Z',
  type,
  data: JSON.stringify(data),
  metadata: JSON.stringify({
    occurredAt: at ?? '2018-06-04T09:00:00+08:00',
    by: { id: 'li-na', unit: 'gov-office' },
    intake: { receipt: 'r', source: 'urn:hotline', id: 'a-1', type: 't', subject: 'YS-1' },
  }),
});

describe('the AsyncAPI document', () => {
  it('is one of version 3.0', () => {
    const schema = require('@asyncapi/specs/schemas/3.0.0.json') as object;
    // The schema brings the schema of schemas along.
    const alone = addFormats(new Ajv({ strict: false, meta: false, validateSchema: false, allErrors: true }));
    expect(wrongWith(schema, document, alone)).toBe('');
    expect(wrongWith(schema, { ...document, channels: { intake: { adress: 'x' } } }, alone)).not.toBe('');
  });

  it('refers to nothing that is not there, and says nothing that nobody refers to', () => {
    const references = JSON.stringify(document).match(/"\$ref":"[^"]+"/g) ?? [];
    const targets = references.map((each) => each.slice(8, -1));
    for (const target of targets) expect([target, resolved(target)]).toEqual([target, expect.anything()]);
    for (const name of Object.keys(document.components.messages)) expect(targets).toContain(`#/components/messages/${name}`);
  });

  it('has every event that an intake system may send', () => {
    expect(
      messagesOf('intake')
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual([...intakeTypes, 'structured'].toSorted());
  });
});

describe('what an intake system sends', () => {
  it.each(intakeTypes)('as %s is described', (type) => {
    const { headers, payload } = messageOf('intake', type);
    // No schema can say that no text may hold NUL.
    const usable = arbitraryOf(intakeOrder(type)!.command.shape).filter((each) => !/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(each)));
    const data = fc.sample(usable, { numRuns: 20, seed: 2018 });
    for (const each of data) {
      const event = { id: 'a-1', source: 'urn:hotline', type, subject: 'YS-1', time: '2018-06-04T09:00:00+08:00', data: each };
      const message = writeKafkaEvent(event);
      expect(wrongWith(headers, message.headers)).toBe('');
      expect(wrongWith(payload, JSON.parse(String(message.value)))).toBe('');
      expect(readIntakeMessage({ headers: message.headers, value: Buffer.from(message.value) })).toMatchObject({ type, subject: 'YS-1' });
      const whole = { specversion: '1.0', ...event };
      expect(wrongWith(messageOf('intake', 'structured').payload, JSON.parse(JSON.stringify(whole)))).toBe('');
    }
    expect(wrongWith(payload, { invented: true })).not.toBe('');
  });
});

describe.each((Object.values(caseTypes) as CaseType[]).map((caseType) => [caseType.name, caseType] as const))(
  'what is told of a %s',
  (name, caseType) => {
    it('is described', () => {
      const met = new Set<string>();
      fc.assert(
        fc.property(livedHistoriesOf(caseType), (history) => {
          for (const event of history.flatMap(({ silences, events }) => [...silences, ...events])) {
            const out = publishedEvent(recorded(name, event), 'urn:huiying:spec');
            if (!out) continue;
            const { headers, value } = writeKafkaEvent(out);
            const described = messageOf('cases', publishedType(event.type));
            expect([event.type, wrongWith(described.headers, headers)]).toEqual([event.type, '']);
            expect([event.type, wrongWith(described.payload, JSON.parse(String(value)))]).toEqual([event.type, '']);
            met.add(event.type);
          }
        }),
        { numRuns: 4, seed: 2018 },
      );
      expect(met.size).toBeGreaterThan(5);
    });
  },
);

describe('docs/kafka.md', () => {
  const page = readPage('docs/kafka.md');

  it('explains every reason for a dead letter, and no other', () => {
    const listed = [...page.slice(page.indexOf('## Dead letters')).matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => String(code));
    expect(listed.toSorted()).toEqual([...messageRefusals, 'attempts-exhausted'].toSorted());
  });

  it('names the topics as they are', () => {
    const addresses = Object.values<any>((asyncApiDocument() as any).channels).map(({ address }) => address as string);
    expect([...page.matchAll(/^\| `(huiying\.[a-z.]+)` \|/gm)].map(([, topic]) => String(topic)).toSorted()).toEqual(addresses.toSorted());
  });

  it('works out receipts as we do', () => {
    const [, program = ''] = /```js\nimport[^\n]+\n\n(.*?)```/s.exec(page) ?? [];
    const worked = runInNewContext(`${program}; receiptId('urn:hotline', 'a-1')`, { createHash, Buffer });
    expect(worked).toBe(derivedId('intake', 'urn:hotline', 'a-1'));
  });
});
