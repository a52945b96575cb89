import { CloudEvent, HTTP, ValidationError } from 'cloudevents';
import { isPlainEvent } from './plain-event';

/** An event from an intake system, as far as CloudEvents 1.0 says what it is; `data` is not yet looked at. */
export interface IntakeMessage {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  /** The upstream work-order number. */
  readonly subject: string | undefined;
  /** When it happened upstream, as sent. */
  readonly time: string | undefined;
  readonly data: unknown;
}

/** What was sent is not a CloudEvent; the message says what is missing or wrong. */
export class NotACloudEvent extends Error {
  override readonly name = 'NotACloudEvent';
}

export type HttpHeaders = Readonly<Record<string, string | string[] | undefined>>;

interface Sent {
  readonly specversion?: unknown;
  readonly id?: unknown;
  readonly source?: unknown;
  readonly type?: unknown;
  readonly subject?: unknown;
  readonly time?: unknown;
  readonly data?: unknown;
}

const isStructured = (headers: HttpHeaders): boolean => String(headers['content-type']).startsWith('application/cloudevents+json');

/**
 * What was sent, as it was sent. The SDK makes up an id, a time and a version where there are none, turns 30 February into 2 March, and
 * reads JSON that is hidden in a text, which nobody has checked.
 */
const sentIn = (headers: HttpHeaders, body: unknown): Sent => {
  if (!isStructured(headers)) {
    const {
      'ce-specversion': specversion,
      'ce-id': id,
      'ce-source': source,
      'ce-type': type,
      'ce-subject': subject,
      'ce-time': time,
    } = headers;
    return { specversion, id, source, type, subject, time, data: body };
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new NotACloudEvent('an event is a JSON object');
  return body;
};

const reasonOf = (error: unknown): string => {
  if (error instanceof ValidationError) {
    const errors = (error.errors ?? []) as { instancePath?: string; message?: string }[];
    return errors.length > 0
      ? errors.map(({ instancePath, message }) => `${instancePath ?? ''} ${message ?? ''}`.trim()).join('; ')
      : error.message;
  }
  return error instanceof Error ? error.message : String(error);
};

/** True for a body in batched mode, where each event has an outcome of its own. */
export const isBatch = (headers: HttpHeaders): boolean => String(headers['content-type']).startsWith('application/cloudevents-batch+json');

/**
 * The events in an HTTP request in structured, binary or batched mode (CloudEvents 1.0, HTTP binding). In a batch, an element that is
 * no CloudEvent is an error in its place and does not spoil the others.
 * @throws NotACloudEvent when the request as a whole is none
 */
export const readHttpEvents = (headers: HttpHeaders, body: unknown): readonly (IntakeMessage | NotACloudEvent)[] => {
  if (!isBatch(headers)) return [readEvent(headers, body)];
  if (!Array.isArray(body)) throw new NotACloudEvent('a batch is a JSON array of events');
  return body.map((element) => {
    try {
      return readEvent({ 'content-type': 'application/cloudevents+json' }, element);
    } catch (error) {
      if (error instanceof NotACloudEvent) return error;
      throw error;
    }
  });
};

const validated = (event: CloudEvent<unknown>): CloudEvent<unknown> => {
  try {
    return new CloudEvent(event, true);
  } catch (error) {
    throw new NotACloudEvent(reasonOf(error));
  }
};

/** The event as the SDK reads it, where it takes it. @throws NotACloudEvent */
export const readWithSdk = (headers: HttpHeaders, body: unknown): IntakeMessage => {
  const sent = sentIn(headers, body);
  let event: ReturnType<typeof HTTP.toEvent>;
  try {
    event = HTTP.toEvent({ headers: { ...headers }, body });
  } catch (error) {
    throw new NotACloudEvent(reasonOf(error));
  }
  const [only] = Array.isArray(event) ? event : [event];
  if (!only) throw new NotACloudEvent('the batch is empty');
  if (sent.specversion !== '1.0') throw new NotACloudEvent('specversion must be 1.0');
  if (typeof sent.id !== 'string' || sent.id === '') throw new NotACloudEvent('id is missing: without it a repeat could not be recognised');
  const { source, type, subject } = validated(only as CloudEvent<unknown>);
  return { id: sent.id, source, type, subject, time: typeof sent.time === 'string' ? sent.time : undefined, data: sent.data };
};

/** One event in structured or binary mode, by its HTTP headers or what another binding has in their place. @throws NotACloudEvent */
export const readEvent = (headers: HttpHeaders, body: unknown): IntakeMessage => {
  if (!isPlainEvent(headers, body)) return readWithSdk(headers, body);
  const { id, source, type, subject, time, data } = sentIn(headers, body) as IntakeMessage;
  return { id, source, type, subject, time, data };
};
