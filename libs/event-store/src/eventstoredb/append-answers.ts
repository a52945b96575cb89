import { AccessDenied, MaximumAppendSizeExceeded, StreamDeleted, WrongExpectedVersion } from '@eventstore/db-client/generated/shared_pb';
import type { Status } from '@eventstore/db-client/generated/status_pb';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';

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

export function readBatchAnswer(answer: BatchAppendResp): AppendAnswer {
  const success = answer.getSuccess();
  if (!success) return refusal(answer.getError());
  const commit = success.getPosition()?.getCommitPosition();
  return { kind: 'recorded', revision: Number(success.getCurrentRevision()), commit: commit === undefined ? undefined : Number(commit) };
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
