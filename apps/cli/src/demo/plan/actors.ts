import type { Actor } from '@app/cases';
import type { Random } from './random';

const of =
  (unit: string, role: 'office' | 'unit' | 'signer') =>
  (id: string): Actor => ({ id, unit, roles: [role, 'backdate'] });

/** Clerks of the county government office, who route letters, inquiries, proposals and requests. */
const clerks = ['clerk-peng', 'clerk-tian', 'clerk-xiang'].map(of('gov-office', 'office'));

/** Agents of the 12345 hotline, who dispatch and close work orders. */
const agents = ['agent-1201', 'agent-1202', 'agent-1203', 'agent-1204'].map(of('hotline-centre', 'office'));

export const someClerk = (random: Random): Actor => random.pick(clerks);
export const someAgent = (random: Random): Actor => random.pick(agents);

/** The person in a unit who handles what is dispatched to it. */
export const handlerIn = (unit: string): Actor => of(unit, 'unit')(`handler-${unit}`);

/** Who answers for the year's figures. */
export const signer: Actor = of('gov-office', 'signer')('signer-wang');

/** The hotline's own system, as intake sees it. */
export const hotlineSystem: Actor = { id: 'hotline-12345', unit: 'hotline-centre', roles: ['intake'] };
