import { z } from 'zod';

/** What AsyncAPI 3.0 takes for a schema without saying of which kind it is: JSON Schema draft 7. */
export const schemaOf = (shape: z.ZodType, io: 'input' | 'output' = 'input') => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, target: 'draft-7' });
  return schema;
};

const text = { type: 'string' };
const instant = { type: 'string', format: 'date-time' };

interface Attributes {
  readonly [name: string]: Readonly<Record<string, unknown>>;
}

/** Attributes of an event as headers of a Kafka message in binary mode (CloudEvents 1.0, Kafka binding). */
export const headersOf = (attributes: Attributes, optional: Attributes = {}) => {
  const named = (all: Attributes) => Object.fromEntries(Object.entries(all).map(([name, schema]) => [`ce_${name}`, schema]));
  const required = { specversion: { const: '1.0' }, ...attributes };
  return {
    type: 'object',
    properties: { ...named(required), 'content-type': text, ...named(optional) },
    required: Object.keys(named(required)),
  };
};

/** What a header of ours says of a message that was put aside. */
const aside = {
  'huiying-topic': { ...text, description: 'Where it was first published.' },
  'huiying-partition': text,
  'huiying-offset': text,
  'huiying-timestamp': { ...text, description: 'When, in milliseconds since 1970.' },
  'huiying-attempt': { ...text, description: 'How often it has been tried; on the retry topic, which attempt comes next.' },
  'huiying-reason': { ...text, description: 'Why it is here; never with personal data.' },
};

const putAside = (more: Attributes) => ({
  type: 'object',
  description: 'The headers of the message as it was published stand beside these.',
  properties: { ...aside, ...more },
  required: [...Object.keys(aside), ...Object.keys(more)],
});

export const retryHeaders = putAside({ 'huiying-due': { ...text, description: 'When it is tried again, in milliseconds since 1970.' } });

/** What `cli dead-letters` and whoever reads the topic find. */
export const deadHeaders = (codes: readonly string[]) =>
  putAside({
    'huiying-code': { ...text, description: `One of: ${codes.join(', ')}.` },
    'huiying-failed-at': instant,
  });

export { instant, text };
