import { intakeOrder, type IntakeOrder, intakeTypes, publishedEvents, publishedShape, publishedType } from '@app/case-handling';
import { type CaseType, caseTypes, commonEvents, type EventDefinition } from '@app/cases';
import { z } from 'zod';
import { headersOf, instant, schemaOf, text } from './schemas';

export interface DescribedMessage {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly contentType: string;
  readonly headers: object;
  readonly payload: object;
}

const intakeMessage = (type: string, { command, caseType, opens }: IntakeOrder): DescribedMessage => ({
  name: type,
  title: `${command.title.zh} · ${command.title.en}`,
  summary: opens ? `Opens a case: ${caseType.name}.` : `Speaks of a case (${caseType.name}) that the same source has reported before.`,
  contentType: 'application/json',
  headers: headersOf(
    {
      id: { ...text, description: 'With the source, what makes the event one of a kind: a repeat of it is recognised by them.' },
      source: { ...text, description: 'As it was registered with cli intake-key.' },
      type: { const: type },
      subject: { ...text, maxLength: 100, description: 'The work-order number; also the key of the message.' },
      time: { ...instant, description: 'When it happened, with its offset.' },
    },
    {},
  ),
  payload: schemaOf(command.shape),
});

/** Any of them in structured mode: the event as a whole is the value. */
const structured: DescribedMessage = {
  name: 'structured',
  title: '结构化模式 · Structured mode',
  summary: 'Any intake event as one JSON object (application/cloudevents+json); its data as in the message of its type.',
  contentType: 'application/cloudevents+json',
  headers: {
    type: 'object',
    properties: { 'content-type': { type: 'string', pattern: '^application/cloudevents\\+json' } },
    required: ['content-type'],
  },
  payload: schemaOf(
    z.looseObject({
      specversion: z.literal('1.0'),
      id: z.string().min(1).max(200),
      source: z.string().min(1),
      type: z.enum(intakeTypes as [string, ...string[]]),
      subject: z.string().min(1).max(100),
      time: z.iso.datetime({ offset: true }),
      data: z.looseObject({}),
    }),
  ),
};

const orders = intakeTypes.map((type) => [type, intakeOrder(type) as IntakeOrder] as const);

/** What intake systems publish, by its name in the document. */
export const intakeMessages: Readonly<Record<string, DescribedMessage>> = {
  ...Object.fromEntries(orders.map(([type, order]) => [type, intakeMessage(type, order)])),
  'cn.huiying.intake.structured': structured,
};

const caseMessage = (type: string, definition: EventDefinition, of: readonly string[]): DescribedMessage => ({
  name: publishedType(type),
  title: `${definition.title.zh} · ${definition.title.en}`,
  summary: `Milestone: ${definition.milestone}.`,
  contentType: 'application/json',
  headers: headersOf(
    {
      id: { type: 'string', format: 'uuid', description: 'The same whenever the event is published again.' },
      source: text,
      type: { const: publishedType(type) },
      subject: { ...text, description: 'The stream of the case, `<type>-<id>`; also the key of the message.' },
      time: { ...instant, description: 'When it happened.' },
      casetype: { enum: [...of] },
      position: { ...text, pattern: '^\\d+$', description: 'Its place in the log; rises, not always by one.' },
      revision: { ...text, pattern: '^\\d+$', description: 'Its place among the events of the case, from 0; some events do not leave.' },
      recordedat: { ...instant, description: 'When the log learned of it.' },
    },
    { intakesource: text, intakeid: { ...text, description: 'Source and id of the intake event that brought it about.' } },
  ),
  payload: schemaOf(publishedShape(definition)),
});

const allTypes = Object.values(caseTypes) as CaseType[];

const definitions = new Map(allTypes.flatMap((caseType) => [...publishedEvents(caseType)]));

const typesOf = (type: string): readonly string[] =>
  type in commonEvents ? allTypes.map(({ name }) => name) : allTypes.filter(({ events }) => type in events).map(({ name }) => name);

/** What is told of cases, by its name in the document. */
export const caseMessages: Readonly<Record<string, DescribedMessage>> = Object.fromEntries(
  [...definitions].map(([type, definition]) => [publishedType(type), caseMessage(type, definition, typesOf(type))]),
);
