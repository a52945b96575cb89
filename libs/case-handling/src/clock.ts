import { Instant } from '@app/cases';
import { Malformed, parseShape } from './malformed';

const tolerance = 5 * 60_000;
// From then on Chinese dates are those of UTC+8 all year round, and no case is older.
const earliest = Date.parse('1992-01-01T00:00:00+08:00');

/**
 * A business time stated from outside: a real instant with its offset, not in the future beyond what clocks may differ by, nor older
 * than any case. @throws Malformed
 */
export const checkOccurredAt = (stated: string | undefined, pointer: string, now: Date): string | undefined => {
  if (stated === undefined) return undefined;
  const instant = parseShape(Instant, stated, pointer);
  if (Date.parse(instant) > now.getTime() + tolerance) throw new Malformed([{ pointer, message: 'lies in the future' }]);
  if (Date.parse(instant) < earliest) throw new Malformed([{ pointer, message: 'lies before 1992' }]);
  return instant;
};
