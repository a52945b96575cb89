import type { ServerDuplexStream, ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import type { AppendReq, AppendResp, BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { batchAnswer, type Outcome } from './batch-answers';
import type { Expected } from './event-log';
import type { ProposedRecord } from './log-record';
import type { Node } from './node';
import { perform } from './performing';
import { streamName } from './read-messages';
import { singleAnswer } from './single-answers';

type BatchCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;
type Proposed = AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage;

/** One append after another in one call, each answered by its correlation id. */
export function batchAppend(node: Node, call: BatchCall, taken: () => void): void {
  const unfinished = new Map<string, { options: BatchAppendReq.Options; events: ProposedRecord[] }>();
  const refused = node.refusal(call);
  call.on('error', () => undefined);
  call.on('end', () => call.end());
  if (refused) return void call.emit('error', refused);
  call.on('data', (request: BatchAppendReq) => {
    const id = request.getCorrelationId()!.getString();
    const asked = unfinished.get(id) ?? { options: request.getOptions()!, events: [] };
    asked.events.push(...request.getProposedMessagesList().map(proposed));
    unfinished.set(id, asked);
    if (!request.getIsFinal()) return;
    unfinished.delete(id);
    taken();
    const { options, events } = asked;
    const name = streamName(options.getStreamIdentifier());
    const expected = expectation(
      options,
      () => options.hasStreamPosition(),
      () => options.getStreamPosition(),
    );
    const reply = (outcome: Outcome) => call.writable && call.write(batchAnswer(request.getCorrelationId()!, name, options, outcome));
    perform(node, name, expected, events, {
      answer: reply,
      notLeader: () => call.emit('error', node.notLeader()),
    });
  });
}

/** One append in one call. */
export function append(node: Node, call: ServerReadableStream<AppendReq, AppendResp>, callback: sendUnaryData<AppendResp>): void {
  const refused = node.refusal(call);
  if (refused) return callback(refused);
  let options: AppendReq.Options | undefined;
  const events: ProposedRecord[] = [];
  call.on('error', () => undefined);
  call.on('data', (request: AppendReq) => {
    options ??= request.getOptions();
    const message = request.getProposedMessage();
    if (message) events.push(proposed(message));
  });
  call.on('end', () => {
    const asked = options!;
    const name = streamName(asked.getStreamIdentifier());
    const expected = expectation(
      asked,
      () => asked.hasRevision(),
      () => asked.getRevision(),
    );
    perform(node, name, expected, events, {
      answer: (outcome) => singleAnswer(name, expected, outcome, callback),
      notLeader: () => callback(node.notLeader()),
    });
  });
}

function proposed(message: Proposed): ProposedRecord {
  const about = message.getMetadataMap();
  return {
    id: message.getId()!.getString(),
    type: about.get('type')!,
    contentType: about.get('content-type')!,
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

interface ExpectationOptions {
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}

export function expectation(options: ExpectationOptions, isExact: () => boolean, exact: () => string): Expected {
  if (isExact()) return Number(exact());
  return options.hasNoStream() ? 'none' : options.hasStreamExists() ? 'exists' : 'any';
}
