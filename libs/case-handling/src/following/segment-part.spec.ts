import { keysOf, projections } from '@app/projections';
import { segmentOf } from '@app/read-store';
import { BusyOffice, seeded } from './busy-office-for-specs';
import { decodeAll } from './decoding';
import { mayConcern, projectionsOf, type SegmentPart } from './segment-part';

const count = 8;
const parts: readonly SegmentPart[] = [[0, 3, 5], [1], [2, 4, 6, 7]].map((numbers) => ({ count, segments: new Set(numbers) }));

describe('a part of the rows', () => {
  const office = new BusyOffice(seeded(1));

  beforeAll(() => office.work(400));

  const keys = async (of: typeof projections) => {
    const { read } = decodeAll(await office.store.readAll(0, 1_000));
    return read.flatMap((event) =>
      [...keysOf(of, [event])].flatMap(([{ name }, found]) => found.map((key) => `${event.position} ${name} ${key.join()}`)),
    );
  };

  it('together with the others is the whole, and shares no row with them', async () => {
    const ofParts = (await Promise.all(parts.map((part) => keys(projectionsOf(part))))).flat();
    expect(ofParts.toSorted()).toEqual((await keys(projections)).toSorted());
    expect(ofParts.length).toBeGreaterThan(400);
  });

  it('has rows by the first cell of their keys alone', async () => {
    const [part] = parts as [SegmentPart];
    for (const projection of projectionsOf(part))
      for (const event of decodeAll(await office.store.readAll(0, 1_000)).read) {
        const key = projection.keyOf(event);
        if (key) expect([projection.table.name, part.segments.has(segmentOf(key[0]!, count))]).toEqual([projection.table.name, true]);
      }
  });

  it('is concerned by every event that says something of its rows, and not by most of the others', async () => {
    const events = await office.store.readAll(0, 1_000);
    let passedOver = 0;
    for (const part of parts)
      for (const event of events) {
        const says = [...keysOf(projectionsOf(part), decodeAll([event]).read).values()].some((found) => found.length > 0);
        if (says) expect(mayConcern(part, event)).toBe(true);
        passedOver += mayConcern(part, event) ? 0 : 1;
      }
    expect(passedOver).toBeGreaterThan(events.length);
  });
});
