import { DuplicateEventId, newEventId, noEvents, RevisionConflict, type EventStore, type NewEvent } from '@app/event-store';
import { event, times, typesOf } from './follower';

/** What the port promises to writers. */
export function appendingRules(store: () => EventStore, positions: 'gapless' | 'rising'): void {
  const everything = () => store().readAll(noEvents, 100_000);

  describe('records', () => {
    it('events at the end of their stream, and answers with the last of them', async () => {
      const first = await store().append('complaint-1', 'none', [event('Received'), event('Routed')]);
      const second = await store().append('complaint-1', 1, [event('Answered')]);
      expect(first).toMatchObject({ stream: 'complaint-1', revision: 1, repeated: false });
      expect(second).toMatchObject({ stream: 'complaint-1', revision: 2, repeated: false });
      expect(second.position).toBeGreaterThan(first.position);
      expect(typesOf(await store().readStream('complaint-1'))).toEqual(['Received', 'Routed', 'Answered']);
    });

    it('exactly the text and bytes it was given', async () => {
      const data = '{ "a":1.0,\t"big" : 12345678901234567890.00,\r\n "text":"回应 🏙 \\u0000 \\/ \u2028", "a":2 }';
      const given = { ...event('Received'), data, metadata: ' {"n":-0.0e+00} ', personal: Uint8Array.of(0, 31, 255, 0) };
      await store().append('complaint-1', 'none', [given, { ...event('Noted'), personal: new Uint8Array() }, event('Routed')]);
      const [received, noted, routed] = await store().readStream('complaint-1');
      expect(received).toMatchObject({ id: given.id, type: 'Received', data, metadata: ' {"n":-0.0e+00} ' });
      expect(received!.personal).toEqual(Uint8Array.of(0, 31, 255, 0));
      expect(noted!.personal).toEqual(new Uint8Array());
      expect(routed!.personal).toBeUndefined();
    });

    it('when it learned of an event, as an RFC 3339 instant with milliseconds', async () => {
      const { recordedAt } = await store().append('complaint-1', 'none', [event()]);
      expect(recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect((await store().readStream('complaint-1'))[0]!.recordedAt).toBe(recordedAt);
    });

    it('names in any script', async () => {
      await store().append('投诉-1', 'none', [event('已受理')]);
      expect(await store().readStream('投诉-1')).toMatchObject([{ stream: '投诉-1', type: '已受理', revision: 0 }]);
    });
  });

  describe('keeps writers from overwriting each other: it', () => {
    it('refuses a stream that should be new and is not', async () => {
      await store().append('complaint-1', 'none', [event()]);
      await expect(store().append('complaint-1', 'none', [event()])).rejects.toThrow(RevisionConflict);
    });

    it.each([0, 2, 17])('refuses revision %i of a stream that is at 1, and says where it is', async (expected) => {
      await store().append('complaint-1', 'none', [event(), event()]);
      const refused = store().append('complaint-1', expected, [event()]);
      await expect(refused).rejects.toThrow(RevisionConflict);
      await expect(refused).rejects.toMatchObject({ stream: 'complaint-1', expected, actual: 1 });
    });

    it('refuses a revision of a stream that does not exist', async () => {
      await expect(store().append('complaint-1', 0, [event()])).rejects.toMatchObject({ name: 'RevisionConflict', actual: -1 });
      await expect(store().append('complaint-1', 'exists', [event()])).rejects.toMatchObject({ name: 'RevisionConflict', actual: -1 });
    });

    it('takes an existing stream where the writer asks only that', async () => {
      await store().append('complaint-1', 'none', [event()]);
      expect(await store().append('complaint-1', 'exists', [event()])).toMatchObject({ revision: 1 });
    });

    it('takes any stream where the writer does not mind', async () => {
      expect(await store().append('complaint-1', 'any', [event()])).toMatchObject({ revision: 0 });
      expect(await store().append('complaint-1', 'any', [event()])).toMatchObject({ revision: 1 });
    });

    it('records nothing of a refused append', async () => {
      await store().append('complaint-1', 'none', [event()]);
      await expect(store().append('complaint-1', 5, [event(), event()])).rejects.toThrow(RevisionConflict);
      expect(await everything()).toHaveLength(1);
    });

    it('lets exactly one of many win a revision', async () => {
      const attempts = await Promise.allSettled(times(100, () => store().append('complaint-1', 'none', [event()])));
      expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await store().readStream('complaint-1')).toHaveLength(1);
    });

    it('refuses the wrong ones among appends that arrive together, and only those', async () => {
      const appends = times(300, (n) => store().append(`complaint-${n % 100}`, n < 100 ? 'none' : n < 200 ? 7 : 0, [event()]));
      const outcomes = (await Promise.allSettled(appends)).map(({ status }) => status === 'fulfilled');
      expect(outcomes).toEqual(times(300, (n) => n < 100 || n >= 200));
      expect(await everything()).toHaveLength(200);
    });
  });

  describe('answers a repeated append as it did the first time', () => {
    it.each(['none', 'any'] as const)('on a new stream, expected %s', async (expected) => {
      const events = [event(), event()];
      const first = await store().append('complaint-1', expected, events);
      await store().append('complaint-1', 'exists', [event()]);
      expect(await store().append('complaint-1', expected, events)).toEqual({ ...first, repeated: true });
      expect(await everything()).toHaveLength(3);
    });

    it.each([0, 'any', 'exists'] as const)('in the middle of a stream, expected %s', async (expected) => {
      const events = [event(), event()];
      await store().append('complaint-1', 'none', [event()]);
      const first = await store().append('complaint-1', expected, events);
      await store().append('complaint-1', 2, [event()]);
      expect(await store().append('complaint-1', expected, events)).toEqual({ ...first, repeated: true });
      expect(await everything()).toHaveLength(4);
    });

    it('when both arrive together', async () => {
      const events = [event()];
      const answers = await Promise.all(times(20, () => store().append('complaint-1', 'none', events)));
      expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
      expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
    });

    it('but not when only some of its events are there', async () => {
      const known = event();
      await store().append('complaint-1', 'none', [known]);
      await expect(store().append('complaint-1', 'none', [known, event()])).rejects.toThrow(RevisionConflict);
    });
  });

  if (positions === 'gapless')
    describe('refuses an event id it knows from elsewhere:', () => {
      it('from another stream', async () => {
        const known = event();
        await store().append('complaint-1', 'none', [known]);
        await expect(store().append('complaint-2', 'none', [event(), known])).rejects.toThrow(DuplicateEventId);
        await expect(store().append('complaint-2', 'any', [known])).rejects.toMatchObject({ eventId: known.id });
        expect(await everything()).toHaveLength(1);
      });

      it('from another place of the same stream', async () => {
        const known = event();
        await store().append('complaint-1', 'none', [known]);
        await expect(store().append('complaint-1', 0, [known])).rejects.toThrow(DuplicateEventId);
      });

      it('from the same append', async () => {
        const twice = event();
        await expect(store().append('complaint-1', 'none', [twice, twice])).rejects.toThrow(DuplicateEventId);
        expect(await everything()).toHaveLength(0);
      });

      it('without holding up the appends that arrive with it', async () => {
        const known = event();
        const appends = times(50, (n) => store().append(`complaint-${n}`, 'none', [n % 10 === 0 ? known : event()]));
        const outcomes = await Promise.allSettled(appends);
        expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual(times(50, (n) => n === 0 || n % 10 !== 0));
        const answers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
        expect(typesOf(await everything())).toHaveLength(answers.length);
        for (const { stream, position } of answers)
          expect((await store().readStream(stream)).map((recorded) => recorded.position)).toEqual([position]);
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
      await expect(store().append(stream, 'any', events)).rejects.toThrow(TypeError);
      expect(await everything()).toHaveLength(0);
    });

    it.each([-1, 0.5, NaN])('%d as a revision', async (expected) => {
      await expect(store().append('complaint-1', expected, [event()])).rejects.toThrow(TypeError);
    });
  });
}
