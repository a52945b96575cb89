import { type CaseType, caseTypes, isRejection } from '@app/cases';
import { MemoryEventStore, MemoryKeyStore } from '@app/event-store';
import { historiesOf } from '@app/testing';
import fc from 'fast-check';
import { streamOf } from './case-ids';
import { decode, decodeForProjection, encode, metadataOf, openPersonal } from './codec';
import type { Metadata } from './metadata';

const id = '01890000-0000-7000-8000-00000000000a';
const metadata: Metadata = { occurredAt: '2018-06-04T09:00:00+08:00', by: { id: 'li-na', unit: 'gov-office' }, key: 'k', fingerprint: 'f' };

const said = (personal: object | undefined) => JSON.parse(JSON.stringify(personal ?? {})) as object;

describe.each(Object.values(caseTypes) as CaseType[])('an event of a $name', (caseType) => {
  it('is read as it was written, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(historiesOf(caseType), async (history) => {
        const [store, keys] = [new MemoryEventStore(), new MemoryKeyStore()];
        const stream = streamOf(caseType.name, id);
        const events = history.flatMap(({ decision }) => (isRejection(decision) ? [] : decision));
        if (events.length === 0) return;
        await store.append(stream, 'none', await encode(keys, stream, events, metadata));
        const recorded = await store.readStream(stream);
        for (const [index, event] of events.entries()) {
          const found = recorded[index]!;
          expect(decode(found)).toEqual({ type: event.type, data: JSON.parse(JSON.stringify(event.data)) });
          expect(said((await openPersonal(keys, found)) as object | undefined)).toEqual(said(event.personal));
          expect(metadataOf(found)).toEqual(metadata);
          expect(decodeForProjection(found)).toMatchObject({ category: caseType.name, id, revision: index });
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('an event that no writer of ours would write', () => {
  const good = {
    id,
    stream: 'complaint-1',
    revision: 0,
    position: 1,
    recordedAt: '2018-06-04T01:00:00.000Z',
    type: 'ComplaintSignedIn',
    data: '{}',
    metadata: JSON.stringify(metadata),
  };

  it('cannot be read for projections: they park it, and nobody takes it for a fact', () => {
    expect(decodeForProjection(good)).toMatchObject({ type: 'ComplaintSignedIn' });
    for (const data of ['null', '5', '"x"', '{']) expect(() => decodeForProjection({ ...good, data })).toThrow(/no object|JSON/);
    for (const bare of ['null', '{}', '{"occurredAt":"2018-06-04T09:00:00Z"}', '{"by":{"id":"x","unit":"y"}}', 'x'])
      expect(() => decodeForProjection({ ...good, metadata: bare })).toThrow(/who did it|null|JSON/);
  });
});

describe('what an event says about a person', () => {
  const stream = streamOf('complaint', id);
  const event = { type: 'ComplaintSupplemented', data: {}, personal: { text: '河西路5号' } };

  it('stands nowhere in clear', async () => {
    const [encoded] = await encode(new MemoryKeyStore(), stream, [event], metadata);
    expect(`${encoded?.data}${encoded?.metadata}${Buffer.from(encoded?.personal ?? []).toString('utf8')}`).not.toContain('河西路');
  });

  it('needs no key when nothing was said', async () => {
    const keys = new MemoryKeyStore();
    const [encoded] = await encode(keys, stream, [{ type: 'ComplaintReminded', data: {}, personal: { text: undefined } }], metadata);
    expect(encoded?.personal).toBeUndefined();
    expect(await keys.find(stream)).toBeUndefined();
  });

  it('is gone with its key, and its event stays', async () => {
    const [store, keys] = [new MemoryEventStore(), new MemoryKeyStore()];
    await store.append(stream, 'none', await encode(keys, stream, [event], metadata));
    await keys.destroy(stream);
    const [recorded] = await store.readStream(stream);
    expect(await openPersonal(keys, recorded!)).toBeUndefined();
    expect(decode(recorded!)).toEqual({ type: 'ComplaintSupplemented', data: {} });
  });

  it('does not open when it is moved to another event', async () => {
    const [store, keys] = [new MemoryEventStore(), new MemoryKeyStore()];
    await store.append(stream, 'none', await encode(keys, stream, [event, event], metadata));
    const [first, second] = await store.readStream(stream);
    await expect(openPersonal(keys, { ...first!, personal: second!.personal })).rejects.toThrow('authenticate');
  });
});
