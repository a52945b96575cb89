import { type BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import {
  AccessDenied,
  AllStreamPosition,
  MaximumAppendSizeExceeded,
  StreamDeleted,
  Timeout,
  type UUID,
  WrongExpectedVersion,
} from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import type { AppendOutcome } from './event-log';
import { mostAppendBytes } from './log-record';
import { streamIdentifier } from './read-messages';

export type Outcome = AppendOutcome | 'too-large' | 'told-timeout' | 'access-denied';

// From google.rpc.Code.
const [invalidArgument, deadlineExceeded, failedPrecondition, permissionDenied] = [3, 4, 9, 7];

/** The answer to one append of a batch call. */
export function batchAnswer(id: UUID, name: string, options: BatchAppendReq.Options, outcome: Outcome): BatchAppendResp {
  const answer = new BatchAppendResp().setCorrelationId(id).setStreamIdentifier(streamIdentifier(name));
  if (options.hasStreamPosition()) answer.setStreamPosition(options.getStreamPosition());
  else if (options.hasNoStream()) answer.setNoStream(new Empty());
  else if (options.hasStreamExists()) answer.setStreamExists(new Empty());
  else answer.setAny(new Empty());
  if (typeof outcome === 'object' && outcome.kind === 'recorded') return answer.setSuccess(success(outcome.revision, outcome.commit));
  return answer.setError(failedBatch(name, options, outcome));
}

function success(revision: number, commit: number): BatchAppendResp.Success {
  const position = new AllStreamPosition().setCommitPosition(String(commit)).setPreparePosition(String(commit));
  return new BatchAppendResp.Success().setCurrentRevision(String(revision)).setPosition(position);
}

function failedBatch(name: string, options: BatchAppendReq.Options, outcome: Exclude<Outcome, { kind: 'recorded' }>): Status {
  if (outcome === 'too-large')
    return failed(invalidArgument, 'MaximumAppendSizeExceeded', new MaximumAppendSizeExceeded().setMaxappendsize(mostAppendBytes));
  if (outcome === 'told-timeout') return failed(deadlineExceeded, 'Timeout', new Timeout());
  if (outcome === 'access-denied') return failed(permissionDenied, 'AccessDenied', new AccessDenied());
  if (outcome.kind === 'deleted')
    return failed(failedPrecondition, 'StreamDeleted', new StreamDeleted().setStreamIdentifier(streamIdentifier(name)));
  return failed(failedPrecondition, 'WrongExpectedVersion', wrongRevision(options, outcome.actual));
}

function wrongRevision(options: BatchAppendReq.Options, actual: number): WrongExpectedVersion {
  const wrong = new WrongExpectedVersion();
  if (actual >= 0) wrong.setCurrentStreamRevision(String(actual));
  else wrong.setCurrentNoStream(new Empty());
  if (options.hasStreamPosition()) return wrong.setExpectedStreamPosition(options.getStreamPosition());
  if (options.hasNoStream()) return wrong.setExpectedNoStream(new Empty());
  return options.hasStreamExists() ? wrong.setExpectedStreamExists(new Empty()) : wrong.setExpectedAny(new Empty());
}

function failed(code: number, name: string, details: { serializeBinary(): Uint8Array }): Status {
  const any = new Any();
  any.pack(details.serializeBinary(), `event_store.client.${name}`);
  return new Status().setCode(code).setMessage(name).setDetails(any);
}
