import type { sendUnaryData } from '@grpc/grpc-js';
import { Empty } from '@eventstore/db-client/generated/shared_pb';
import { AppendResp } from '@eventstore/db-client/generated/streams_pb';
import type { Outcome } from './batch-answers';
import type { Expected } from './event-log';
import { mostAppendBytes } from './log-record';
import { accessDenied, streamDeleted, tooLarge, toldTimeout } from './replies';

/** The answer to an append in a call of its own. */
export function singleAnswer(name: string, expected: Expected, outcome: Outcome, callback: sendUnaryData<AppendResp>): void {
  if (outcome === 'too-large') callback(tooLarge(mostAppendBytes));
  else if (outcome === 'access-denied') callback(accessDenied());
  else if (outcome === 'told-timeout') callback(toldTimeout());
  else if (outcome.kind === 'deleted') callback(streamDeleted(name));
  else if (outcome.kind === 'wrong-revision') callback(null, wrongRevision(expected, outcome.actual));
  else callback(null, new AppendResp().setSuccess(success(outcome.revision, outcome.commit)));
}

function success(revision: number, commit: number): AppendResp.Success {
  const position = new AppendResp.Position().setCommitPosition(String(commit)).setPreparePosition(String(commit));
  return new AppendResp.Success().setCurrentRevision(String(revision)).setPosition(position);
}

function wrongRevision(expected: Expected, actual: number): AppendResp {
  const wrong = new AppendResp.WrongExpectedVersion();
  if (actual >= 0) wrong.setCurrentRevision(String(actual));
  else wrong.setCurrentNoStream(new Empty());
  if (typeof expected === 'number') wrong.setExpectedRevision(String(expected));
  else if (expected === 'none') wrong.setExpectedNoStream(new Empty());
  else if (expected === 'exists') wrong.setExpectedStreamExists(new Empty());
  else wrong.setExpectedAny(new Empty());
  return new AppendResp().setWrongExpectedVersion(wrong);
}
