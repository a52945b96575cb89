import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { type DeleteReq, DeleteResp, type TombstoneReq, TombstoneResp } from '@eventstore/db-client/generated/streams_pb';
import { expectation } from './appending';
import { streamName } from './read-messages';
import type { Node } from './node';
import { streamDeleted, wrongExpectedVersion } from './replies';

const answers = { delete: DeleteResp, tombstone: TombstoneResp };

/** The handler of a deletion, soft or for ever. */
export const remove =
  (node: Node, how: 'delete' | 'tombstone') =>
  (call: ServerUnaryCall<DeleteReq | TombstoneReq, never>, callback: sendUnaryData<DeleteResp | TombstoneResp>): void => {
    const options = call.request.getOptions()!;
    const name = streamName(options.getStreamIdentifier());
    const expected = expectation(
      options,
      () => options.hasRevision(),
      () => options.getRevision(),
    );
    const refused = node.refusal(call);
    if (refused) return callback(refused);
    const outcome = node.log[how](name, expected);
    if (outcome.kind === 'deleted') return callback(streamDeleted(name));
    if (outcome.kind === 'wrong-revision')
      return callback(wrongExpectedVersion(name, typeof expected === 'number' ? expected : -1, outcome.actual));
    const position = new answers[how].Position().setCommitPosition(String(outcome.commit)).setPreparePosition(String(outcome.commit));
    callback(null, new answers[how]().setPosition(position));
  };
