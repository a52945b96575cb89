import { randomUUID } from 'node:crypto';
import { AllStreamPosition, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { BatchAppendReq, BatchAppendResp, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import fc from 'fast-check';
import { readBatchAnswer } from '../append-answers';
import { batchRequests } from '../batch-requests';
import { readMessage } from './records';

const bytes = fc.oneof(
  fc.uint8Array(),
  fc.constantFrom(127, 128, 16_383, 16_384).map((length) => new Uint8Array(length).fill(7)),
);
const name = fc.string({ unit: 'grapheme' });
const number = fc.oneof(fc.nat(300), fc.maxSafeNat());
const event = fc.record({ id: fc.uuid(), type: name, data: bytes, metadata: bytes });
const uuid = (id: string) => new UUID().setString(id);
const streamNamed = (stream: string) => new StreamIdentifier().setStreamName(new Uint8Array(Buffer.from(stream)));
const wireOf = (message: { serializeBinary(): Uint8Array }) => Buffer.from(message.serializeBinary());

describe('what goes over the wire is what the classes of the client package say', () => {
  it('of an append', () => {
    const proposal = fc.record({
      stream: name,
      expected: fc.oneof(fc.constant('none' as const), number),
      events: fc.array(event, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(proposal, ({ stream, expected, events }) => {
        const id = randomUUID();
        const [sent, ...more] = batchRequests(id, { stream, expected, events });
        expect(more).toEqual([]);
        const request = BatchAppendReq.deserializeBinary(new Uint8Array(sent!));
        const options = request.getOptions()!;
        expect(request.getCorrelationId()!.getString()).toBe(id);
        expect(request.getIsFinal()).toBe(true);
        expect(Buffer.from(options.getStreamIdentifier()!.getStreamName_asU8()).toString()).toBe(stream);
        expect(options.hasNoStream() ? 'none' : Number(options.getStreamPosition())).toBe(expected);
        const received = request.getProposedMessagesList().map((message) => {
          const about = message.getMetadataMap();
          expect(about.get('content-type')).toBe('application/octet-stream');
          return [message.getId()!.getString(), about.get('type'), hex(message.getData_asU8()), hex(message.getCustomMetadata_asU8())];
        });
        expect(received).toEqual(events.map((one) => [one.id, one.type, hex(one.data), hex(one.metadata)]));
      }),
    );
  });

  it('of the answer to an append', () =>
    fc.assert(
      fc.property(fc.uuid(), number, number, fc.boolean(), (id, revision, commit, tellsPlace) => {
        const success = new BatchAppendResp.Success().setCurrentRevision(String(revision));
        if (tellsPlace) success.setPosition(new AllStreamPosition().setCommitPosition(String(commit)).setPreparePosition(String(commit)));
        const answer = new BatchAppendResp().setCorrelationId(uuid(id)).setStreamIdentifier(streamNamed('s')).setStreamPosition('3');
        expect(readBatchAnswer(wireOf(answer.setSuccess(success)))).toEqual({
          id,
          answer: { kind: 'recorded', revision, commit: tellsPlace ? commit : undefined },
        });
      }),
    ));

  it('of an event that is read', () =>
    fc.assert(
      fc.property(event, name, number, number, (one, stream, revision, commit) => {
        const record = new ReadResp.ReadEvent.RecordedEvent()
          .setId(uuid(one.id))
          .setStreamIdentifier(streamNamed(stream))
          .setStreamRevision(String(revision))
          .setPreparePosition(String(commit))
          .setCommitPosition(String(commit))
          .setData(one.data)
          .setCustomMetadata(one.metadata);
        for (const [about, value] of [
          ['created', '15278688000000000'],
          ['type', one.type],
          ['more', 'x'],
        ] as const)
          record.getMetadataMap().set(about, value);
        const arrived = readMessage(wireOf(new ReadResp().setEvent(new ReadResp.ReadEvent().setEvent(record).setCommitPosition('5'))));
        const place = { stream, revision, prepare: commit, commit, type: one.type, created: '15278688000000000', id: one.id };
        expect(arrived).toMatchObject({ kind: 'event', isLinked: false, record: place });
        if (arrived.kind !== 'event') throw new Error('no event');
        expect([hex(arrived.record!.data), hex(arrived.record!.metadata)]).toEqual([hex(one.data), hex(one.metadata)]);
      }),
    ));

  it('of a link to what is there no more, and of what is no event', () => {
    const link = new ReadResp.ReadEvent().setLink(new ReadResp.ReadEvent.RecordedEvent().setStreamRevision('1')).setCommitPosition('9');
    expect(readMessage(wireOf(new ReadResp().setEvent(link)))).toEqual({ kind: 'event', record: undefined, isLinked: true });
    const arrived = readMessage(wireOf(new ReadResp().setCheckpoint(new ReadResp.Checkpoint().setCommitPosition('7'))));
    expect(arrived.kind === 'other' && arrived.message.getCheckpoint()?.getCommitPosition()).toBe('7');
  });

  it('of a message that is cut off: it is refused', () => {
    const whole = wireOf(new BatchAppendResp().setCorrelationId(uuid(randomUUID())).setSuccess(new BatchAppendResp.Success()));
    expect(() => readBatchAnswer(whole.subarray(0, 20))).toThrow('cut off');
  });
});

const hex = (some: Uint8Array): string => Buffer.from(some).toString('hex');
