import { type StreamsClient, StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { readBatchAnswer } from '../append-answers';
import { readMessage } from './records';

export type CallArguments = Parameters<StreamsClient['batchAppend']>;

const asItIs = (message: Buffer): Buffer => message;

/*
 * The client's own calls, with messages that are read and written here: the classes that the client package has for them cost more
 * than everything else in an append or a read.
 */
export const readCall = (client: StreamsClient, request: ReadReq, [metadata, options]: CallArguments) => {
  const { path, requestSerialize } = StreamsService.read;
  return client.makeServerStreamRequest(path, requestSerialize, readMessage, request, metadata!, options);
};

export const batchCall = (client: StreamsClient, [metadata, options]: CallArguments) =>
  client.makeBidiStreamRequest(StreamsService.batchAppend.path, asItIs, readBatchAnswer, metadata!, options);
