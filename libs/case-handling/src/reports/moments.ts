import type { EventStore } from '@app/event-store';
import { Malformed } from '../malformed';
import { recordedAt } from './known-now';

/** Since when the log knows anything, and up to when. */
interface Span {
  readonly head: number;
  readonly first: string;
}

const refuse = (pointer: string, message: string): never => {
  throw new Malformed([{ pointer, message }]);
};

const spanOf = async (store: EventStore, pointer: string): Promise<Span> => {
  const head = await store.head();
  if (head === 0) return refuse(pointer, '日志中还没有任何记录 (nothing has been recorded yet)');
  return { head, first: await recordedAt(store, 1) };
};

/** The last position recorded at or before the instant. Positions rise with the time of recording. */
const lastBefore = async (store: EventStore, instant: number, head: number): Promise<number> => {
  let [known, beyond] = [1, head + 1];
  while (beyond - known > 1) {
    const middle = Math.floor((known + beyond) / 2);
    if (Date.parse(await recordedAt(store, middle)) <= instant) known = middle;
    else beyond = middle;
  }
  return known;
};

/** The position that an instant stands for. @throws Malformed before the first event, or in the future */
export const positionAsOf = async (store: EventStore, asOf: string, now: Date): Promise<number> => {
  const instant = Date.parse(asOf);
  if (Number.isNaN(instant)) return refuse('/asOf', '须为带时区的时刻，如 2019-01-20T00:00:00+08:00 (must be an instant with its offset)');
  if (instant > now.getTime()) return refuse('/asOf', '该时刻尚未到来 (lies in the future)');
  const { head, first } = await spanOf(store, '/asOf');
  if (instant < Date.parse(first)) return refuse('/asOf', `早于第一条记录 ${first} (is before the first event, ${first})`);
  return lastBefore(store, instant, head);
};

/** The position as stated. @throws Malformed when the log has no such position */
export const positionStated = async (store: EventStore, position: number): Promise<number> => {
  const { head } = await spanOf(store, '/atPosition');
  if (position > head) return refuse('/atPosition', `日志只到第 ${head} 条 (the log ends at position ${head})`);
  return position;
};
