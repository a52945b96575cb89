export { exchangePart } from './exchange-part';
export {
  type Followed,
  keysPart,
  leadersPart,
  ledPart,
  logPart,
  policiesPart,
  rowsPart,
  segmentsPart,
  silencesPart,
} from './follower-parts';
export { Gauges } from './gauges';
export { createLogger } from './logger';
export { OperatingServer } from './operating-server';
export { Operations, type Readiness } from './operations';
export type { Figure, Part, PartNow } from './part';
export { runProcess } from './run-process';
