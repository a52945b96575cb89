import { AccessDenied, MaximumAppendSizeExceeded, StreamDeleted, WrongExpectedVersion } from '@eventstore/db-client/generated/shared_pb';
import type { Status } from '@eventstore/db-client/generated/status_pb';
import { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { MessageReader } from './wire/message-reader';
import { fieldOf } from './wire/records';

/** What came of one attempt to append. */
export type AppendAnswer =
  /** Now or, with the same ids, earlier; `commit` is at or before the last event. */
  | { readonly kind: 'recorded'; readonly revision: number; readonly commit: number | undefined }
  | { readonly kind: 'wrong-revision'; readonly actual: number }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'too-large'; readonly most: number }
  | { readonly kind: 'denied' }
  /** It may have been recorded, or may still be. */
  | { readonly kind: 'unknown'; readonly error: unknown }
  | { readonly kind: 'not-sent'; readonly error: unknown };

/** An answer in a batch call, and the append that it answers. */
export interface BatchAnswer {
  readonly id: string;
  readonly answer: AppendAnswer;
}

// Of the message BatchAppendResp.
const [correlation, success] = [1, 3];

export function readBatchAnswer(bytes: Buffer): BatchAnswer {
  let id = '';
  let answer: AppendAnswer | undefined;
  for (const reader = new MessageReader(bytes); reader.next(); )
    if (reader.field === correlation) id = fieldOf(reader.message(), 2);
    else if (reader.field === success) answer = readSuccess(reader.message());
    else reader.skip();
  return { id, answer: answer ?? refusal(BatchAppendResp.deserializeBinary(new Uint8Array(bytes)).getError()) };
}

function readSuccess(reader: MessageReader): AppendAnswer {
  let revision = 0;
  let commit: number | undefined;
  while (reader.next())
    if (reader.field === 1) revision = reader.number();
    else if (reader.field === 3) commit = commitIn(reader.message());
    else reader.skip();
  return { kind: 'recorded', revision, commit };
}

function commitIn(position: MessageReader): number {
  let commit = 0;
  while (position.next())
    if (position.field === 1) commit = position.number();
    else position.skip();
  return commit;
}

function refusal(status: Status | undefined): AppendAnswer {
  const details = status?.getDetails();
  const unpack = details && refusals[details.getTypeName()];
  return unpack?.(details!.getValue_asU8()) ?? { kind: 'unknown', error: { details: status?.getMessage() } };
}

const refusals: Record<string, (bytes: Uint8Array) => AppendAnswer> = {
  'event_store.client.WrongExpectedVersion': (bytes) => {
    const wrong = WrongExpectedVersion.deserializeBinary(bytes);
    return { kind: 'wrong-revision', actual: wrong.hasCurrentStreamRevision() ? Number(wrong.getCurrentStreamRevision()) : -1 };
  },
  'event_store.client.StreamDeleted': (bytes) => StreamDeleted.deserializeBinary(bytes) && { kind: 'deleted' },
  'event_store.client.AccessDenied': (bytes) => AccessDenied.deserializeBinary(bytes) && { kind: 'denied' },
  'event_store.client.MaximumAppendSizeExceeded': (bytes) => ({
    kind: 'too-large',
    most: MaximumAppendSizeExceeded.deserializeBinary(bytes).getMaxappendsize(),
  }),
};
