import { BringOver, bringOver, CannotBringOver, type EventStore, type EventStoreDbEventStore, type Position } from '@app/event-store';

/** What an earlier run has brought over must be the beginning of this log. */
const refuseOtherLog = async (from: EventStore, to: EventStoreDbEventStore, upTo: Position): Promise<void> => {
  if (upTo === 0) return;
  const [ours, theirs] = [await from.lastUntil({ position: upTo }), await to.lastUntil({ position: upTo })];
  if (ours?.id !== theirs?.id || ours?.position !== theirs?.position)
    throw new CannotBringOver('目标命名空间中是另一份日志 (the namespace holds another log)');
};

/**
 * Copies all of a log, or what an earlier run has left of it. `progress` is told how far it has come, first of all where it begins.
 * @throws CannotBringOver when the namespace holds anything else
 */
export const moveLog = async (from: EventStore, to: EventStoreDbEventStore, progress: (upTo: Position) => void): Promise<void> => {
  const { upTo } = await BringOver.open(to);
  await refuseOtherLog(from, to, upTo);
  progress(upTo);
  await bringOver(from, to, progress);
};
