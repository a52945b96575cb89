import { hotlineSystem } from './actors';
import type { IntakeStep } from './demo-plan';
import { type Moment, toInstant } from './working-time';

const source = 'urn:huiying:yongshun:12345';

/** What the hotline's own system reports of a work order; `as` tells its events apart. */
export const reported = (subject: string, at: Moment, as: string, command: string, body: IntakeStep['body']): IntakeStep => ({
  kind: 'intake',
  at: toInstant(at),
  actor: hotlineSystem,
  command,
  body,
  event: { id: `${subject}-${as}`, source, subject },
});
