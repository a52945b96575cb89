import { setTimeout as milliseconds } from 'node:timers/promises';
import { newEventId, noEvents, type EventStore } from '@app/event-store';
import fc from 'fast-check';
import { event, times, fill, expectConflict, until, Follower } from './follower';

/** What the port promises to followers. */
export function followingRules(store: () => EventStore): void {
  const everything = () => store().readAll(noEvents, 100_000);

  describe('lets itself be followed: a subscriber', () => {
    it('is given what is there and what comes, without a gap or a repeat', async () => {
      await fill(store(), 50);
      const follower = new Follower(store(), { batchSize: 7 });
      const writing = Promise.all(times(200, (n) => store().append(`letter-${n}`, 'none', [event()])));
      await writing;
      await fill(store(), 20);
      await follower.reaches(await store().head());
      expect(follower.seen).toEqual(await everything());
      expect(Math.max(...follower.batches)).toBeLessThanOrEqual(7);
      await follower.subscription.stop();
    });

    it('starts after the position it names', async () => {
      await fill(store(), 10);
      const [, , third] = await everything();
      const follower = new Follower(store(), { after: third!.position });
      await follower.reaches(await store().head());
      expect(follower.seen).toEqual((await everything()).slice(3));
      await follower.subscription.stop();
    });

    it('hears of an event soon after it was recorded', async () => {
      const follower = new Follower(store());
      await follower.catchesUp();
      const { position } = await store().append('complaint-1', 'none', [event()]);
      const started = Date.now();
      await follower.reaches(position);
      expect(Date.now() - started).toBeLessThan(500);
      await follower.subscription.stop();
    });

    it('is told when it has caught up, and again after more', async () => {
      const follower = new Follower(store());
      await follower.catchesUp();
      expect(follower.caughtUp).toEqual([noEvents]);
      const { position } = await store().append('complaint-1', 'none', [event(), event()]);
      await follower.catchesUp(position);
      expect(follower.caughtUp.at(-1)).toBe(position);
      expect(follower.subscription.position).toBe(position);
      await follower.subscription.stop();
    });

    it('is not given the next batch before it has handled the last, and holds up nobody', async () => {
      let atOnce = 0;
      let letGo = () => undefined as void;
      const held = new Promise<void>((resolve) => (letGo = resolve));
      const slow = new Follower(store(), {
        batchSize: 3,
        handle: async () => {
          atOnce += 1;
          await held;
          await milliseconds(2);
          expect(atOnce--).toBe(1);
        },
      });
      const quick = new Follower(store());
      await fill(store(), 30);
      await quick.reaches(await store().head());
      expect(slow.seen).toEqual([]);
      letGo();
      await slow.reaches(await store().head());
      expect(slow.failures).toEqual([]);
      expect(slow.seen).toEqual(await everything());
      await Promise.all([slow.subscription.stop(), quick.subscription.stop()]);
    });

    it('that throws is ended and told why, once; its position stays before the batch it threw on', async () => {
      const { position } = await store().append('complaint-1', 'none', [event()]);
      const trouble = new Error('cannot handle this');
      const follower = new Follower(store(), {
        handle: async (events) => {
          if (events.some(({ type }) => type === 'Bad')) throw trouble;
        },
      });
      await follower.catchesUp(position);
      await store().append('complaint-1', 0, [event('Bad')]);
      await until(() => follower.failures.length > 0);
      await store().append('complaint-1', 1, [event()]);
      await milliseconds(20);
      expect(follower.failures).toEqual([trouble]);
      expect(follower.seen).toHaveLength(1);
      expect(follower.subscription.position).toBe(position);
      await follower.subscription.stop();
    });

    it('stops after the batch in hand', async () => {
      await fill(store(), 10);
      const follower = new Follower(store(), { batchSize: 2, handle: () => milliseconds(10) });
      await until(() => follower.started === 1);
      await follower.subscription.stop();
      expect(follower.batches).toEqual([follower.seen.length]);
      expect(follower.seen.length).toBeLessThanOrEqual(2);
      expect(follower.subscription.position).toBe(follower.seen.at(-1)!.position);
      await fill(store(), 1);
      await milliseconds(10);
      expect(follower.started).toBe(1);
    });

    it('that never waits for anything leaves time for others', async () => {
      await fill(store(), 100);
      const follower = new Follower(store(), { batchSize: 1 });
      let turns = 0;
      const count = (): NodeJS.Immediate => setImmediate(() => (turns++, follower.seen.length < 100 && count()));
      count();
      await follower.reaches(await store().head());
      expect(turns).toBeGreaterThan(10);
      await follower.subscription.stop();
    });

    it('sees exactly the committed sequence, whatever the writers do', async () => {
      const write = fc.record({
        stream: fc.integer({ min: 0, max: 5 }),
        expected: fc.constantFrom('none', 'any', 'exists', 0, 1, 2),
        events: fc.integer({ min: 1, max: 4 }),
        pause: fc.boolean(),
      });
      const run = async (writers: { stream: number; expected: 'any' | number; events: number; pause: boolean }[][], batchSize: number) => {
        const after = await store().head();
        const follower = new Follower(store(), { after, batchSize });
        const plan = newEventId();
        await Promise.all(
          writers.map(async (writes) => {
            for (const { stream, expected, events, pause } of writes) {
              await store()
                .append(
                  `${plan}-${stream}`,
                  expected,
                  times(events, () => event()),
                )
                .catch(expectConflict);
              if (pause) await milliseconds(0);
            }
          }),
        );
        await follower.reaches(await store().head());
        await follower.subscription.stop();
        expect(follower.seen).toEqual(await store().readAll(after, 100_000));
      };
      const writers = fc.array(fc.array(write, { maxLength: 8 }), { minLength: 1, maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(writers, fc.integer({ min: 1, max: 20 }), (plans, batchSize) => run(plans as never, batchSize)),
        { numRuns: 40 },
      );
    });
  });
}
