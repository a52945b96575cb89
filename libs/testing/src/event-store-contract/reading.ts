import { setTimeout as milliseconds } from 'node:timers/promises';
import { noEvents, type EventStore } from '@app/event-store';
import { event, times, typesOf } from './follower';

/** What the port promises to readers. */
export function readingRules(store: () => EventStore, positions: 'gapless' | 'rising'): void {
  const everything = () => store().readAll(noEvents, 100_000);

  describe('reads', () => {
    it('nothing from a stream it does not know', async () => {
      expect(await store().readStream('complaint-1')).toEqual([]);
    });

    it('a part of a stream', async () => {
      await store().append(
        'complaint-1',
        'none',
        ['A', 'B', 'C', 'D'].map((type) => event(type)),
      );
      expect(typesOf(await store().readStream('complaint-1', 1))).toEqual(['B', 'C', 'D']);
      expect(typesOf(await store().readStream('complaint-1', 1, 2))).toEqual(['B', 'C']);
      expect(typesOf(await store().readStream('complaint-1', 4))).toEqual([]);
    });

    it('one stream without its namesakes', async () => {
      await store().append('complaint-1', 'none', [event('A')]);
      await store().append('complaint-10', 'none', [event('B')]);
      await store().append('Complaint-1', 'none', [event('C')]);
      expect(typesOf(await store().readStream('complaint-1'))).toEqual(['A']);
    });

    it('all streams in the order of recording, in pages', async () => {
      for (const type of ['A', 'B', 'C', 'D', 'E']) await store().append(`complaint-${type < 'C' ? 1 : 2}`, 'any', [event(type)]);
      const first = await store().readAll(noEvents, 2);
      const second = await store().readAll(first.at(-1)!.position, 10);
      expect(typesOf(first)).toEqual(['A', 'B']);
      expect(typesOf(second)).toEqual(['C', 'D', 'E']);
      expect(await store().readAll(second.at(-1)!.position, 10)).toEqual([]);
    });

    it('the essentials of a part of the log, of the types that are asked for', async () => {
      for (const type of ['A', 'B', 'A', 'C', 'A']) await store().append('complaint-1', 'any', [event(type)]);
      const log = await everything();
      const at = (index: number) => log[index]!.position;
      const essentials = log.map(({ position, stream, revision, type, recordedAt, data, metadata }) => ({
        position,
        stream,
        revision,
        type,
        recordedAt,
        data,
        metadata,
      }));
      const scan = (more: object) => store().scan({ after: noEvents, upTo: at(4), limit: 10, ...more });
      expect(await scan({})).toMatchObject(essentials);
      expect(typesOf(await scan({ types: ['A', 'C'] }))).toEqual(['A', 'A', 'C', 'A']);
      expect(typesOf(await scan({ types: ['A'], after: at(0), upTo: at(3) }))).toEqual(['A']);
      expect(typesOf(await scan({ types: ['A'], limit: 2 }))).toEqual(['A', 'A']);
      expect(await scan({ types: ['D'] })).toEqual([]);
      expect(await scan({ types: [] })).toEqual([]);
    });

    it('the last event up to a position or an instant, whatever came after', async () => {
      for (const type of ['A', 'B', 'C']) {
        await store().append('complaint-1', 'any', [event(type)]);
        await milliseconds(2);
      }
      const [a, b, c] = await everything();
      expect(await store().lastUntil({ position: b!.position })).toMatchObject({ type: 'B' });
      expect(await store().lastUntil({ position: c!.position + 1_000 })).toMatchObject({ type: 'C' });
      expect(await store().lastUntil({ position: noEvents })).toBeUndefined();
      expect(await store().lastUntil({ recordedAt: b!.recordedAt })).toMatchObject({ type: 'B' });
      expect(await store().lastUntil({ recordedAt: '2999-01-01T00:00:00.000Z' })).toMatchObject({ type: 'C' });
      expect(await store().lastUntil({ recordedAt: '1999-01-01T00:00:00.000Z' })).toBeUndefined();
      expect(a!.recordedAt < c!.recordedAt).toBe(true);
    });

    it('the last position', async () => {
      expect(await store().head()).toBe(noEvents);
      const { position } = await store().append('complaint-1', 'none', [event(), event()]);
      expect(await store().head()).toBe(position);
    });

    it('its own write as soon as that is answered', async () => {
      for (let revision = 0; revision < 20; revision++) {
        await store().append('complaint-1', revision === 0 ? 'none' : revision - 1, [event()]);
        expect(await store().readStream('complaint-1')).toHaveLength(revision + 1);
      }
    });
  });

  it('gives positions in the order of commits under concurrent writers', async () => {
    const answers = await Promise.all(
      times(400, (n) =>
        store().append(
          `complaint-${n % 40}`,
          'any',
          times(1 + (n % 3), () => event()),
        ),
      ),
    );
    const log = await everything();
    const given = log.map(({ position }) => position);
    expect(given).toEqual(given.toSorted((a, b) => a - b));
    if (positions === 'gapless') expect(given).toEqual(times(log.length, (n) => n + 1));
    expect(new Set(answers.map(({ position }) => position)).size).toBe(400);
    expect(log.map(({ recordedAt }) => recordedAt)).toEqual(log.map(({ recordedAt }) => recordedAt).toSorted());
    for (let stream = 0; stream < 40; stream++) {
      const revisions = log.filter((recorded) => recorded.stream === `complaint-${stream}`).map(({ revision }) => revision);
      expect(revisions).toEqual(times(revisions.length, (n) => n));
    }
  });
}
