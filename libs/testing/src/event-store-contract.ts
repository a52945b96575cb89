import { setTimeout as milliseconds } from 'node:timers/promises';
import {
  DuplicateEventId,
  type EventStore,
  EventStoreUnavailable,
  newEventId,
  type NewEvent,
  noEvents,
  readStreamMetadata,
  type RecordedEvent,
  RevisionConflict,
  type Subscription,
  writeStreamMetadata,
} from '@app/event-store';
import fc from 'fast-check';

export interface EventStoreContractOptions {
  /** 'gapless': positions count the events from 1. 'rising': they only rise, as in EventStoreDB. */
  readonly positions?: 'gapless' | 'rising';
}

/** Every promise of the `EventStore` port. `open` gives an empty store. */
export function eventStoreContract(
  name: string,
  open: () => EventStore | Promise<EventStore>,
  { positions = 'gapless' }: EventStoreContractOptions = {},
): void {
  describe(`an event store (${name})`, () => {
    let store: EventStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const everything = () => store.readAll(noEvents, 100_000);

    describe('records', () => {
      it('events at the end of their stream, and answers with the last of them', async () => {
        const first = await store.append('complaint-1', 'none', [event('Received'), event('Routed')]);
        const second = await store.append('complaint-1', 1, [event('Answered')]);
        expect(first).toMatchObject({ stream: 'complaint-1', revision: 1, repeated: false });
        expect(second).toMatchObject({ stream: 'complaint-1', revision: 2, repeated: false });
        expect(second.position).toBeGreaterThan(first.position);
        expect(typesOf(await store.readStream('complaint-1'))).toEqual(['Received', 'Routed', 'Answered']);
      });

      it('exactly the text and bytes it was given', async () => {
        const data = '{ "a":1.0,\t"big" : 12345678901234567890.00,\r\n "text":"回应 🏙 \\u0000 \\/ \u2028", "a":2 }';
        const given = { ...event('Received'), data, metadata: ' {"n":-0.0e+00} ', personal: Uint8Array.of(0, 31, 255, 0) };
        await store.append('complaint-1', 'none', [given, { ...event('Noted'), personal: new Uint8Array() }, event('Routed')]);
        const [received, noted, routed] = await store.readStream('complaint-1');
        expect(received).toMatchObject({ id: given.id, type: 'Received', data, metadata: ' {"n":-0.0e+00} ' });
        expect(received!.personal).toEqual(Uint8Array.of(0, 31, 255, 0));
        expect(noted!.personal).toEqual(new Uint8Array());
        expect(routed!.personal).toBeUndefined();
      });

      it('when it learned of an event, as an RFC 3339 instant with milliseconds', async () => {
        const { recordedAt } = await store.append('complaint-1', 'none', [event()]);
        expect(recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        expect((await store.readStream('complaint-1'))[0]!.recordedAt).toBe(recordedAt);
      });

      it('names in any script', async () => {
        await store.append('投诉-1', 'none', [event('已受理')]);
        expect(await store.readStream('投诉-1')).toMatchObject([{ stream: '投诉-1', type: '已受理', revision: 0 }]);
      });
    });

    describe('keeps writers from overwriting each other: it', () => {
      it('refuses a stream that should be new and is not', async () => {
        await store.append('complaint-1', 'none', [event()]);
        await expect(store.append('complaint-1', 'none', [event()])).rejects.toThrow(RevisionConflict);
      });

      it.each([0, 2, 17])('refuses revision %i of a stream that is at 1, and says where it is', async (expected) => {
        await store.append('complaint-1', 'none', [event(), event()]);
        const refused = store.append('complaint-1', expected, [event()]);
        await expect(refused).rejects.toThrow(RevisionConflict);
        await expect(refused).rejects.toMatchObject({ stream: 'complaint-1', expected, actual: 1 });
      });

      it('refuses a revision of a stream that does not exist', async () => {
        await expect(store.append('complaint-1', 0, [event()])).rejects.toMatchObject({ name: 'RevisionConflict', actual: -1 });
        await expect(store.append('complaint-1', 'exists', [event()])).rejects.toMatchObject({ name: 'RevisionConflict', actual: -1 });
      });

      it('takes an existing stream where the writer asks only that', async () => {
        await store.append('complaint-1', 'none', [event()]);
        expect(await store.append('complaint-1', 'exists', [event()])).toMatchObject({ revision: 1 });
      });

      it('takes any stream where the writer does not mind', async () => {
        expect(await store.append('complaint-1', 'any', [event()])).toMatchObject({ revision: 0 });
        expect(await store.append('complaint-1', 'any', [event()])).toMatchObject({ revision: 1 });
      });

      it('records nothing of a refused append', async () => {
        await store.append('complaint-1', 'none', [event()]);
        await expect(store.append('complaint-1', 5, [event(), event()])).rejects.toThrow(RevisionConflict);
        expect(await everything()).toHaveLength(1);
      });

      it('lets exactly one of many win a revision', async () => {
        const attempts = await Promise.allSettled(times(100, () => store.append('complaint-1', 'none', [event()])));
        expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        expect(await store.readStream('complaint-1')).toHaveLength(1);
      });

      it('refuses the wrong ones among appends that arrive together, and only those', async () => {
        const appends = times(300, (n) => store.append(`complaint-${n % 100}`, n < 100 ? 'none' : n < 200 ? 7 : 0, [event()]));
        const outcomes = (await Promise.allSettled(appends)).map(({ status }) => status === 'fulfilled');
        expect(outcomes).toEqual(times(300, (n) => n < 100 || n >= 200));
        expect(await everything()).toHaveLength(200);
      });
    });

    describe('answers a repeated append as it did the first time', () => {
      it.each(['none', 'any'] as const)('on a new stream, expected %s', async (expected) => {
        const events = [event(), event()];
        const first = await store.append('complaint-1', expected, events);
        await store.append('complaint-1', 'exists', [event()]);
        expect(await store.append('complaint-1', expected, events)).toEqual({ ...first, repeated: true });
        expect(await everything()).toHaveLength(3);
      });

      it.each([0, 'any', 'exists'] as const)('in the middle of a stream, expected %s', async (expected) => {
        const events = [event(), event()];
        await store.append('complaint-1', 'none', [event()]);
        const first = await store.append('complaint-1', expected, events);
        await store.append('complaint-1', 2, [event()]);
        expect(await store.append('complaint-1', expected, events)).toEqual({ ...first, repeated: true });
        expect(await everything()).toHaveLength(4);
      });

      it('when both arrive together', async () => {
        const events = [event()];
        const answers = await Promise.all(times(20, () => store.append('complaint-1', 'none', events)));
        expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
        expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
      });

      it('but not when only some of its events are there', async () => {
        const known = event();
        await store.append('complaint-1', 'none', [known]);
        await expect(store.append('complaint-1', 'none', [known, event()])).rejects.toThrow(RevisionConflict);
      });
    });

    if (positions === 'gapless')
      describe('refuses an event id it knows from elsewhere:', () => {
        it('from another stream', async () => {
          const known = event();
          await store.append('complaint-1', 'none', [known]);
          await expect(store.append('complaint-2', 'none', [event(), known])).rejects.toThrow(DuplicateEventId);
          await expect(store.append('complaint-2', 'any', [known])).rejects.toMatchObject({ eventId: known.id });
          expect(await everything()).toHaveLength(1);
        });

        it('from another place of the same stream', async () => {
          const known = event();
          await store.append('complaint-1', 'none', [known]);
          await expect(store.append('complaint-1', 0, [known])).rejects.toThrow(DuplicateEventId);
        });

        it('from the same append', async () => {
          const twice = event();
          await expect(store.append('complaint-1', 'none', [twice, twice])).rejects.toThrow(DuplicateEventId);
          expect(await everything()).toHaveLength(0);
        });

        it('without holding up the appends that arrive with it', async () => {
          const known = event();
          const appends = times(50, (n) => store.append(`complaint-${n}`, 'none', [n % 10 === 0 ? known : event()]));
          const outcomes = await Promise.allSettled(appends);
          expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual(times(50, (n) => n === 0 || n % 10 !== 0));
          const answers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
          expect(typesOf(await everything())).toHaveLength(answers.length);
          for (const { stream, position } of answers)
            expect((await store.readStream(stream)).map((recorded) => recorded.position)).toEqual([position]);
        });
      });

    describe('turns away', () => {
      const refused: [string, string, NewEvent[]][] = [
        ['an append without events', 'complaint-1', []],
        ['a stream without a name', '', [event()]],
        ['a stream name with NUL', 'complaint\0-1', [event()]],
        ['an event without a type', 'complaint-1', [event('')]],
        ['an event type with a line break', 'complaint-1', [event('Recei\nved')]],
        ['an id that is not a UUID', 'complaint-1', [{ ...event(), id: 'first' }]],
        ['an id in capital letters', 'complaint-1', [{ ...event(), id: newEventId().toUpperCase() }]],
        ['data with NUL', 'complaint-1', [event('Received', '"\0"')]],
        ['data with half a character', 'complaint-1', [event('Received', '"\ud83c"')]],
        ['metadata with NUL', 'complaint-1', [{ ...event(), metadata: '"\0"' }]],
        ['empty metadata', 'complaint-1', [{ ...event(), metadata: '' }]],
        ['one bad event among good ones', 'complaint-1', [event(), event('')]],
      ];
      it.each(refused)('%s', async (_, stream, events) => {
        await expect(store.append(stream, 'any', events)).rejects.toThrow(TypeError);
        expect(await everything()).toHaveLength(0);
      });

      it.each([-1, 0.5, NaN])('%d as a revision', async (expected) => {
        await expect(store.append('complaint-1', expected, [event()])).rejects.toThrow(TypeError);
      });
    });

    describe('reads', () => {
      it('nothing from a stream it does not know', async () => {
        expect(await store.readStream('complaint-1')).toEqual([]);
      });

      it('a part of a stream', async () => {
        await store.append(
          'complaint-1',
          'none',
          ['A', 'B', 'C', 'D'].map((type) => event(type)),
        );
        expect(typesOf(await store.readStream('complaint-1', 1))).toEqual(['B', 'C', 'D']);
        expect(typesOf(await store.readStream('complaint-1', 1, 2))).toEqual(['B', 'C']);
        expect(typesOf(await store.readStream('complaint-1', 4))).toEqual([]);
      });

      it('one stream without its namesakes', async () => {
        await store.append('complaint-1', 'none', [event('A')]);
        await store.append('complaint-10', 'none', [event('B')]);
        await store.append('Complaint-1', 'none', [event('C')]);
        expect(typesOf(await store.readStream('complaint-1'))).toEqual(['A']);
      });

      it('all streams in the order of recording, in pages', async () => {
        for (const type of ['A', 'B', 'C', 'D', 'E']) await store.append(`complaint-${type < 'C' ? 1 : 2}`, 'any', [event(type)]);
        const first = await store.readAll(noEvents, 2);
        const second = await store.readAll(first.at(-1)!.position, 10);
        expect(typesOf(first)).toEqual(['A', 'B']);
        expect(typesOf(second)).toEqual(['C', 'D', 'E']);
        expect(await store.readAll(second.at(-1)!.position, 10)).toEqual([]);
      });

      it('the last position', async () => {
        expect(await store.head()).toBe(noEvents);
        const { position } = await store.append('complaint-1', 'none', [event(), event()]);
        expect(await store.head()).toBe(position);
      });

      it('its own write as soon as that is answered', async () => {
        for (let revision = 0; revision < 20; revision++) {
          await store.append('complaint-1', revision === 0 ? 'none' : revision - 1, [event()]);
          expect(await store.readStream('complaint-1')).toHaveLength(revision + 1);
        }
      });
    });

    it('gives positions in the order of commits under concurrent writers', async () => {
      const answers = await Promise.all(
        times(400, (n) =>
          store.append(
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

    describe('lets itself be followed: a subscriber', () => {
      it('is given what is there and what comes, without a gap or a repeat', async () => {
        await fill(store, 50);
        const follower = new Follower(store, { batchSize: 7 });
        const writing = Promise.all(times(200, (n) => store.append(`letter-${n}`, 'none', [event()])));
        await writing;
        await fill(store, 20);
        await follower.reaches(await store.head());
        expect(follower.seen).toEqual(await everything());
        expect(Math.max(...follower.batches)).toBeLessThanOrEqual(7);
        await follower.subscription.stop();
      });

      it('starts after the position it names', async () => {
        await fill(store, 10);
        const [, , third] = await everything();
        const follower = new Follower(store, { after: third!.position });
        await follower.reaches(await store.head());
        expect(follower.seen).toEqual((await everything()).slice(3));
        await follower.subscription.stop();
      });

      it('hears of an event soon after it was recorded', async () => {
        const follower = new Follower(store);
        await follower.catchesUp();
        const { position } = await store.append('complaint-1', 'none', [event()]);
        const started = Date.now();
        await follower.reaches(position);
        expect(Date.now() - started).toBeLessThan(500);
        await follower.subscription.stop();
      });

      it('is told when it has caught up, and again after more', async () => {
        const follower = new Follower(store);
        await follower.catchesUp();
        expect(follower.caughtUp).toEqual([noEvents]);
        const { position } = await store.append('complaint-1', 'none', [event(), event()]);
        await follower.catchesUp(position);
        expect(follower.caughtUp.at(-1)).toBe(position);
        expect(follower.subscription.position).toBe(position);
        await follower.subscription.stop();
      });

      it('is not given the next batch before it has handled the last, and holds up nobody', async () => {
        let atOnce = 0;
        const slow = new Follower(store, {
          batchSize: 3,
          handle: async () => {
            atOnce += 1;
            await milliseconds(2);
            expect(atOnce--).toBe(1);
          },
        });
        const quick = new Follower(store);
        await fill(store, 30);
        await quick.reaches(await store.head());
        expect(slow.seen.length).toBeLessThan(30);
        await slow.reaches(await store.head());
        expect(slow.failures).toEqual([]);
        expect(slow.seen).toEqual(await everything());
        await Promise.all([slow.subscription.stop(), quick.subscription.stop()]);
      });

      it('that throws is ended and told why, once; its position stays before the batch it threw on', async () => {
        const { position } = await store.append('complaint-1', 'none', [event()]);
        const trouble = new Error('cannot handle this');
        const follower = new Follower(store, {
          handle: async (events) => {
            if (events.some(({ type }) => type === 'Bad')) throw trouble;
          },
        });
        await follower.catchesUp(position);
        await store.append('complaint-1', 0, [event('Bad')]);
        await until(() => follower.failures.length > 0);
        await store.append('complaint-1', 1, [event()]);
        await milliseconds(20);
        expect(follower.failures).toEqual([trouble]);
        expect(follower.seen).toHaveLength(1);
        expect(follower.subscription.position).toBe(position);
        await follower.subscription.stop();
      });

      it('stops after the batch in hand', async () => {
        await fill(store, 10);
        const follower = new Follower(store, { batchSize: 2, handle: () => milliseconds(10) });
        await until(() => follower.started === 1);
        await follower.subscription.stop();
        expect(follower.seen).toHaveLength(2);
        expect(follower.subscription.position).toBe(follower.seen.at(-1)!.position);
        await fill(store, 1);
        await milliseconds(10);
        expect(follower.started).toBe(1);
      });

      it('that never waits for anything leaves time for others', async () => {
        await fill(store, 100);
        const follower = new Follower(store, { batchSize: 1 });
        let turns = 0;
        const count = (): NodeJS.Immediate => setImmediate(() => (turns++, follower.seen.length < 100 && count()));
        count();
        await follower.reaches(await store.head());
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
        const run = async (
          writers: { stream: number; expected: 'any' | number; events: number; pause: boolean }[][],
          batchSize: number,
        ) => {
          const after = await store.head();
          const follower = new Follower(store, { after, batchSize });
          const plan = newEventId();
          await Promise.all(
            writers.map(async (writes) => {
              for (const { stream, expected, events, pause } of writes) {
                await store
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
          await follower.reaches(await store.head());
          await follower.subscription.stop();
          expect(follower.seen).toEqual(await store.readAll(after, 100_000));
        };
        const writers = fc.array(fc.array(write, { maxLength: 8 }), { minLength: 1, maxLength: 8 });
        await fc.assert(
          fc.asyncProperty(writers, fc.integer({ min: 1, max: 20 }), (plans, batchSize) => run(plans as never, batchSize)),
          { numRuns: 40 },
        );
      });
    });

    it('finds its hash chain in order, and gives the same digest for the same log', async () => {
      await fill(store, 10);
      const checked: number[] = [];
      const first = await store.verify((count) => checked.push(count));
      expect(first).toEqual({ checked: 10, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect(checked.at(-1)).toBe(10);
      expect(await store.verify()).toEqual(first);
      await fill(store, 1);
      expect((await store.verify()).digest).not.toBe(first.digest);
    });

    it('keeps metadata of a stream beside it; the last one counts', async () => {
      expect(await readStreamMetadata(store, 'complaint-1')).toBeUndefined();
      await writeStreamMetadata(store, 'complaint-1', '{"keptUntil":"2049-12-31"}');
      await writeStreamMetadata(store, 'complaint-1', '{"keptUntil":"2099-12-31"}');
      expect(await readStreamMetadata(store, 'complaint-1')).toBe('{"keptUntil":"2099-12-31"}');
      expect(await store.readStream('complaint-1')).toEqual([]);
    });

    it('is without trouble until it is closed; then it takes nothing and says so', async () => {
      expect(store.trouble()).toBeUndefined();
      const accepted = store.append('complaint-1', 'none', [event()]);
      const follower = new Follower(store);
      await store.close();
      await expect(accepted).resolves.toMatchObject({ revision: 0 });
      expect(store.trouble()).toMatch('closed');
      await expect(store.append('complaint-1', 'any', [event()])).rejects.toThrow(EventStoreUnavailable);
      expect(follower.failures).toEqual([]);
      await store.close();
    });
  });
}

const event = (type = 'Happened', data = '{}'): NewEvent => ({ id: newEventId(), type, data, metadata: '{}' });
const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
const typesOf = (events: readonly RecordedEvent[]) => events.map(({ type }) => type);

async function fill(store: EventStore, count: number): Promise<void> {
  await Promise.all(times(count, () => store.append(`complaint-${newEventId()}`, 'none', [event()])));
}

function expectConflict(error: unknown): void {
  if (!(error instanceof RevisionConflict)) throw error;
}

async function until(happened: () => boolean): Promise<void> {
  for (let waited = 0; !happened(); waited += 1) {
    if (waited > 10_000) throw new Error('waited in vain');
    await milliseconds(1);
  }
}

class Follower {
  readonly seen: RecordedEvent[] = [];
  readonly batches: number[] = [];
  readonly caughtUp: number[] = [];
  readonly failures: unknown[] = [];
  readonly subscription: Subscription;
  started = 0;

  constructor(
    store: EventStore,
    {
      after = noEvents,
      batchSize = 100,
      handle = async () => undefined,
    }: { after?: number; batchSize?: number; handle?: (events: readonly RecordedEvent[]) => Promise<void> } = {},
  ) {
    this.subscription = store.subscribe(after, {
      batchSize,
      handle: async (events) => {
        this.started += 1;
        await handle(events);
        this.batches.push(events.length);
        this.seen.push(...events);
      },
      caughtUp: (position) => this.caughtUp.push(position),
      failed: (error) => this.failures.push(error),
    });
  }

  async reaches(position: number): Promise<void> {
    await until(() => this.failures.length > 0 || this.subscription.position >= position);
    if (this.failures.length > 0) throw this.failures[0];
  }

  async catchesUp(position: number = noEvents): Promise<void> {
    await until(() => this.failures.length > 0 || (this.caughtUp.at(-1) ?? -1) >= position);
    if (this.failures.length > 0) throw this.failures[0];
  }
}
