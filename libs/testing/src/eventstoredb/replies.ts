import { Metadata, type ServiceError, status } from '@grpc/grpc-js';

export interface EndPoint {
  readonly host: string;
  readonly port: number;
}

/** A failed call, with the trailers by which EventStoreDB says what is the matter. */
function failure(code: status, details: string, trailers: Record<string, string | Buffer> = {}): ServiceError {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return Object.assign(new Error(details), { code, details, metadata, name: 'ServiceError' });
}

export const notLeader = ({ host, port }: EndPoint): ServiceError =>
  failure(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  });

// Header values are ASCII; EventStoreDB has no better way either.
export const streamDeleted = (stream: string): ServiceError =>
  failure(status.FAILED_PRECONDITION, `Event stream '${encodeURI(stream)}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': encodeURI(stream),
  });

export const wrongExpectedVersion = (stream: string, expected: number, actual: number): ServiceError =>
  failure(status.FAILED_PRECONDITION, 'Append failed due to WrongExpectedVersion.', {
    exception: 'wrong-expected-version',
    'stream-name': encodeURI(stream),
    'expected-version': String(expected),
    ...(actual >= 0 && { 'actual-version': String(actual) }),
  });

export const tooLarge = (most: number): ServiceError =>
  failure(status.INVALID_ARGUMENT, `Maximum Append Size of ${most} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(most),
  });

export const accessDenied = (): ServiceError => failure(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
export const badCredentials = (): ServiceError => failure(status.UNAUTHENTICATED, 'Bad Credentials');
export const invalidPosition = (): ServiceError => failure(status.INVALID_ARGUMENT, 'Invalid position: no record begins there.');
export const unavailable = (): ServiceError => failure(status.UNAVAILABLE, 'Server Is Not Ready');
export const cancelled = (): ServiceError => failure(status.CANCELLED, 'Cancelled by the server');
export const toldTimeout = (): ServiceError => failure(status.ABORTED, 'Operation timed out: Commit phase timeout.');
