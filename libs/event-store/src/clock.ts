export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** The moment for the next event: the clock's, but never before the event recorded last. */
export function recordingTime(clock: Clock, last: string): string {
  const now = clock().toISOString();
  return now > last ? now : last;
}
