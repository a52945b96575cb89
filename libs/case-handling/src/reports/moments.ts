import { type EventStore, noEvents } from '@app/event-store';
import { Malformed } from '../malformed';

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
  const [first] = await store.readAll(noEvents, 1);
  return { head, first: first?.recordedAt ?? '' };
};

/** The position that an instant stands for. @throws Malformed before the first event, or in the future */
export const positionAsOf = async (store: EventStore, asOf: string, now: Date): Promise<number> => {
  const instant = Date.parse(asOf);
  if (Number.isNaN(instant)) return refuse('/asOf', '须为带时区的时刻，如 2019-01-20T00:00:00+08:00 (must be an instant with its offset)');
  if (instant > now.getTime()) return refuse('/asOf', '该时刻尚未到来 (lies in the future)');
  const { first } = await spanOf(store, '/asOf');
  if (instant < Date.parse(first)) return refuse('/asOf', `早于第一条记录 ${first} (is before the first event, ${first})`);
  const last = await store.lastUntil({ recordedAt: new Date(instant).toISOString() });
  return last?.position ?? noEvents;
};

/** The position as stated. @throws Malformed when the log has no such position */
export const positionStated = async (store: EventStore, position: number): Promise<number> => {
  const { head } = await spanOf(store, '/atPosition');
  if (position > head) return refuse('/atPosition', `日志只到位置 ${head} (the log ends at position ${head})`);
  return position;
};
