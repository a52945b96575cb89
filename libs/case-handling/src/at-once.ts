/** So many writers share a group commit, and none of them waits long for its turn. */
const writersAtOnce = 16;

/** Does the work for each, a few at a time. */
export const forEachAtOnce = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  for (let start = 0; start < items.length; start += writersAtOnce) await Promise.all(items.slice(start, start + writersAtOnce).map(work));
};
