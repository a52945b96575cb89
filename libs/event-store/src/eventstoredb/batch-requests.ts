import { type Proposal, type Proposed, sizeOf } from './proposal';
import { MessageWriter } from './wire/message-writer';

const mostBytes = 3 * 1024 * 1024;

/** One append as the messages it is sent in: several when it is large. */
export function batchRequests(correlation: string, { stream, expected, events }: Proposal): Buffer[] {
  const parts = inParts(events);
  return parts.map((part, index) => {
    const request = new MessageWriter(part.reduce((most, event) => most + mostOf(event), around + Buffer.byteLength(stream)));
    writeId(request, correlation);
    if (index === 0) request.message(2, () => writeOptions(request, stream, expected));
    for (const event of part) request.message(3, () => writeEvent(request, event));
    if (index === parts.length - 1) request.number(4, 1);
    return request.written();
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

/** Bytes that a message takes beside its stream's name and its events; a little more than enough. */
const around = 128;
const aroundEvent = 192;

const mostOf = (event: Proposed): number => aroundEvent + 3 * event.type.length + sizeOf(event);

const contentType = 'application/octet-stream';

// Of the message BatchAppendReq.Options.
function writeOptions(request: MessageWriter, stream: string, expected: number | 'none'): void {
  request.message(1, () => request.text(3, stream));
  if (expected === 'none') request.message(3, () => undefined);
  else request.number(2, expected);
}

// Of the message BatchAppendReq.ProposedMessage.
function writeEvent(request: MessageWriter, { id, type, data, metadata }: Proposed): void {
  writeId(request, id);
  writeAbout(request, 'type', type);
  writeAbout(request, 'content-type', contentType);
  request.slice(3, metadata);
  request.slice(4, data);
}

const writeId = (request: MessageWriter, id: string): void => request.message(1, () => request.text(2, id));

function writeAbout(request: MessageWriter, name: string, value: string): void {
  request.message(2, () => {
    request.text(1, name);
    request.text(2, value);
  });
}
