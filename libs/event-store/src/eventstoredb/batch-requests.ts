import { Empty, UUID } from '@eventstore/db-client/generated/shared_pb';
import { BatchAppendReq } from '@eventstore/db-client/generated/streams_pb';
import { type Proposal, type Proposed, sizeOf } from './proposal';
import { streamIdentifier } from './read-requests';

const mostBytes = 3 * 1024 * 1024;

/** One append as the messages it is sent in: several when it is large. */
export function batchRequests(correlation: string, { stream, expected, events }: Proposal): BatchAppendReq[] {
  const id = new UUID().setString(correlation);
  const parts = inParts(events);
  return parts.map((part, index) => {
    const request = new BatchAppendReq().setCorrelationId(id).setIsFinal(index === parts.length - 1);
    if (index === 0) request.setOptions(options(stream, expected));
    return request.setProposedMessagesList(part.map(message));
  });
}

function inParts(events: readonly Proposed[]): Proposed[][] {
  const parts: Proposed[][] = [[]];
  let bytes = 0;
  for (const event of events) {
    bytes += sizeOf(event);
    if (bytes > mostBytes && parts.at(-1)!.length > 0) {
      parts.push([]);
      bytes = sizeOf(event);
    }
    parts.at(-1)!.push(event);
  }
  return parts;
}

function options(stream: string, expected: number | 'none'): BatchAppendReq.Options {
  const asked = new BatchAppendReq.Options().setStreamIdentifier(streamIdentifier(stream));
  // An empty message is the same on the wire whatever its class.
  return expected === 'none' ? asked.setNoStream(new Empty()) : asked.setStreamPosition(String(expected));
}

function message({ id, type, data, metadata }: Proposed): BatchAppendReq.ProposedMessage {
  const proposed = new BatchAppendReq.ProposedMessage().setId(new UUID().setString(id)).setData(data).setCustomMetadata(metadata);
  const about = proposed.getMetadataMap();
  about.set('type', type);
  about.set('content-type', 'application/octet-stream');
  return proposed;
}
