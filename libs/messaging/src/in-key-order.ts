import type { Delivered, Handle, Verdict } from './message';

/**
 * Handles the messages of a batch side by side, those of one key one after the other. When one throws, the batch as a whole throws, after
 * all that had begun have ended; messages of that key that come later are not begun.
 */
export const inKeyOrder =
  (handleOne: (message: Delivered) => Promise<Verdict>): Handle =>
  async (messages) => {
    const before = new Map<string, Promise<Verdict>>();
    const outcomes = await Promise.allSettled(
      messages.map((message) => {
        const { key } = message;
        const earlier = key === undefined ? undefined : before.get(key);
        const outcome = earlier ? earlier.then(() => handleOne(message)) : handleOne(message);
        if (key !== undefined) before.set(key, outcome);
        return outcome;
      }),
    );
    return outcomes.map((outcome) => {
      if (outcome.status === 'rejected') throw outcome.reason;
      return outcome.value;
    });
  };
