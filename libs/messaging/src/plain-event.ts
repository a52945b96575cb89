import { CloudEvent } from 'cloudevents';

type Attributes = Readonly<Record<string, unknown>>;

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

// A part of what RFC 3986 permits, and of what RFC 3339 does: years that are four digits in every time zone.
const plainSource = /^[a-z][a-z0-9+.-]*:(?:\/\/[a-z0-9.-]+(?::\d+)?(?:\/[\w./:~-]*)?|[\w.:~-][\w./:~-]*)$/i;
const plainTime = /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

const rules = new Map<string, (value: unknown) => boolean>([
  ['specversion', (value) => value === '1.0'],
  ['id', isText],
  ['source', (value) => typeof value === 'string' && plainSource.test(value)],
  ['type', isText],
  ['subject', isText],
  ['time', (value) => typeof value === 'string' && plainTime.test(value)],
]);

const required = ['specversion', 'id', 'source', 'type'];

// What an event of the SDK's has by nature cannot be told from what somebody made an attribute of.
const anyEvent = new CloudEvent({ id: '1', source: 'urn:any', type: 'any' });

const isPlainExtension = (name: string, value: unknown): boolean =>
  /^[a-z0-9]+$/.test(name) && typeof value === 'string' && !(name in anyEvent);

const arePlain = (attributes: Attributes): boolean => {
  for (const name of Object.keys(attributes)) {
    const rule = rules.get(name);
    if (rule ? !rule(attributes[name]) : !isPlainExtension(name, attributes[name])) return false;
  }
  return required.every((name) => Object.hasOwn(attributes, name));
};

const isObject = (value: unknown): value is Attributes => typeof value === 'object' && value !== null && !Array.isArray(value);

const isPlainBinary = (body: unknown, headers: Attributes): boolean => {
  if (typeof body !== 'object' || body === null) return false;
  const attributes: Record<string, unknown> = {};
  for (const name of Object.keys(headers))
    if (name.startsWith('ce-')) attributes[name.slice(3)] = headers[name];
    else if (name !== name.toLowerCase()) return false;
  return arePlain(attributes);
};

const isPlainStructured = (body: unknown): boolean => {
  if (!isObject(body)) return false;
  const { data: _, datacontenttype = 'application/json', ...attributes } = body;
  return isText(datacontenttype) && arePlain(attributes);
};

const modes = new Map<unknown, (body: unknown, headers: Attributes) => boolean>([
  ['application/json', isPlainBinary],
  ['application/json; charset=utf-8', isPlainBinary],
  ['application/cloudevents+json', isPlainStructured],
  ['application/cloudevents+json; charset=utf-8', isPlainStructured],
]);

/**
 * True for an event in which everything is so plainly right that nobody has to be asked. The SDK takes each of them too, but
 * several times as long, as it makes the errors for what might be wrong beforehand; what is not so plain it has to judge.
 */
export const isPlainEvent = (headers: Attributes, body: unknown): boolean => modes.get(headers['content-type'])?.(body, headers) ?? false;
