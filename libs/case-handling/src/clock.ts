import { Instant } from '@app/cases';
import { Malformed, parseShape } from './malformed';

const tolerance = 5 * 60_000;

/** A business time stated from outside: a real instant with its offset, not in the future beyond what clocks may differ by. @throws Malformed */
export const checkOccurredAt = (stated: string | undefined, pointer: string): string | undefined => {
  if (stated === undefined) return undefined;
  const instant = parseShape(Instant, stated, pointer);
  if (Date.parse(instant) > Date.now() + tolerance) throw new Malformed([{ pointer, message: 'lies in the future' }]);
  return instant;
};
