import type { RecordedEvent } from '../event-store';
import { RecentEvents } from './recent-events';

const events = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ position: from + index }) as RecordedEvent);
const positions = (found: readonly RecordedEvent[] | undefined) => found?.map(({ position }) => position);

describe('the recent events', () => {
  it('are given from any position they hold', () => {
    const recent = new RecentEvents();
    recent.add(events(5, 9));
    expect(positions(recent.after(4, 2))).toEqual([5, 6]);
    expect(positions(recent.after(7, 10))).toEqual([8, 9]);
  });

  it('say nothing of what they do not hold', () => {
    const recent = new RecentEvents();
    expect(recent.after(0, 1)).toBeUndefined();
    recent.add(events(5, 9));
    expect(recent.after(3, 1)).toBeUndefined();
    expect(recent.after(9, 1)).toBeUndefined();
  });

  it('are only so many', () => {
    const recent = new RecentEvents(3);
    for (let position = 1; position <= 20; position += 1) recent.add(events(position, position));
    expect(recent.after(10, 1)).toBeUndefined();
    expect(positions(recent.after(17, 9))).toEqual([18, 19, 20]);
  });
});
