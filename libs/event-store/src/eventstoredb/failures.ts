/** A failed call, as gRPC and the client tell of it. */
interface CallFailure {
  readonly code?: number | string;
  readonly details?: string;
  readonly type?: string;
  readonly metadata?: { getMap?(): Record<string, unknown> };
}

/** No answer in time. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  constructor(milliseconds: number) {
    super(`no answer within ${milliseconds} ms`);
  }
}

/** No record begins where a read was to begin: the position is not one of an event of this server's. */
export class NoSuchPlace extends RangeError {
  override readonly name = 'NoSuchPlace';
  constructor() {
    super('事件库中没有此位置 (no event of the event store stands at this position)');
  }
}

// From the gRPC specification.
const [invalidArgument, permissionDenied, unimplemented, unauthenticated] = [3, 7, 12, 16];

const exceptionOf = (error: unknown): string | undefined => {
  const { type, metadata } = error as CallFailure;
  return type ?? metadata?.getMap?.()['exception']?.toString();
};

export const isStreamDeleted = (error: unknown): boolean => exceptionOf(error) === 'stream-deleted';

export const isInvalidPosition = (error: unknown): boolean => (error as CallFailure).code === invalidArgument;

export const isUnimplemented = (error: unknown): boolean => (error as CallFailure).code === unimplemented;

export const isDenied = (error: unknown): boolean => {
  const { code } = error as CallFailure;
  return code === permissionDenied || code === unauthenticated || exceptionOf(error) === 'access-denied';
};

/** Whether the call surely never left this process; when in doubt it did. */
export const wasNeverSent = (error: unknown): boolean => {
  const { details, message } = error as CallFailure & { message?: string };
  return isUnimplemented(error) || isDenied(error) || /^No connection established|has been shut down/.test(details ?? message ?? '');
};

/** What went wrong, for a log line; an error of the client may quote its connection string, so that its text is not used. */
export function reasonOf(error: unknown): string {
  const { code, details } = error as CallFailure;
  if (error instanceof NoAnswer) return error.message;
  return details ?? exceptionOf(error) ?? (code === undefined ? 'no connection' : `gRPC status ${code}`);
}
