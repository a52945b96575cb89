import { CloudEvent, HTTP, ValidationError } from 'cloudevents';

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

/** The time as it was sent. The SDK turns 30 February into 2 March and fills in its own clock where there is none. */
const sentTime = (headers: HttpHeaders, body: unknown): string | undefined => {
  const time = headers['ce-time'] ?? (typeof body === 'object' && body !== null && 'time' in body ? body.time : undefined);
  return typeof time === 'string' ? time : undefined;
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
  if (!isBatch(headers)) return [readOne(headers, body)];
  if (!Array.isArray(body)) throw new NotACloudEvent('a batch is a JSON array of events');
  return body.map((element) => {
    try {
      return readOne({ 'content-type': 'application/cloudevents+json' }, element);
    } catch (error) {
      if (error instanceof NotACloudEvent) return error;
      throw error;
    }
  });
};

const readOne = (headers: HttpHeaders, body: unknown): IntakeMessage => {
  let event: ReturnType<typeof HTTP.toEvent>;
  try {
    event = HTTP.toEvent({ headers: { ...headers }, body });
  } catch (error) {
    throw new NotACloudEvent(reasonOf(error));
  }
  const [only] = Array.isArray(event) ? event : [event];
  if (!only) throw new NotACloudEvent('the batch is empty');
  try {
    new CloudEvent(only as CloudEvent<unknown>, true);
  } catch (error) {
    throw new NotACloudEvent(reasonOf(error));
  }
  const { id, source, type, subject, data } = only as CloudEvent<unknown>;
  return { id, source, type, subject, time: sentTime(headers, body), data };
};
