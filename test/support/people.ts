import type { Actor } from '@app/cases';

/** The people of the journeys. Whoever may backdate tells of 2018; the others act now. */
export const clerk: Actor = { id: 'li-na', unit: 'gov-office', roles: ['office'] };
export const archivist: Actor = { id: 'zhou-jie', unit: 'gov-office', roles: ['office', 'backdate'] };
export const waterStaff: Actor = { id: 'wang-wei', unit: 'water-resources', roles: ['unit', 'backdate'] };
export const roadStaff: Actor = { id: 'chen-hao', unit: 'transport', roles: ['unit', 'backdate'] };
export const signer: Actor = { id: 'zhao-qian', unit: 'gov-office', roles: ['signer'] };
export const operator: Actor = { id: 'sun-li', unit: 'gov-office', roles: ['operator'] };
