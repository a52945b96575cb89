import { bytesToUuid, isEventId, newEventId, uuidToBytes } from './event-id';

describe('an event id', () => {
  const ids = Array.from({ length: 20_000 }, () => newEventId());

  it('is a UUIDv7 of this moment', () => {
    const id = newEventId();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Math.abs(Number.parseInt(id.replace('-', '').slice(0, 12), 16) - Date.now())).toBeLessThan(1_000);
  });

  it('is greater than every one before it', () => expect(ids).toEqual([...new Set(ids)].toSorted()));

  it('goes to sixteen bytes and back', () => {
    expect(uuidToBytes(ids[0]!)).toHaveLength(16);
    expect(bytesToUuid(uuidToBytes(ids[0]!))).toBe(ids[0]);
  });

  it('still rises while the clock goes back', () => {
    const now = jest.spyOn(Date, 'now').mockReturnValue(0);
    expect(newEventId() > ids.at(-1)!).toBe(true);
    now.mockRestore();
  });

  it('has one spelling', () => {
    expect(isEventId(ids[0]!)).toBe(true);
    for (const other of [ids[0]!.toUpperCase(), ids[0]!.replaceAll('-', ''), `{${ids[0]}}`, ` ${ids[0]}`, ''])
      expect(isEventId(other)).toBe(false);
  });
});
