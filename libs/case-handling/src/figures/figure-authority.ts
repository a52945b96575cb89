import type { Actor } from '@app/cases';
import { Forbidden } from '../commands/authority';

const isOwn = (by: Actor, unit: string | undefined): boolean => by.roles.includes('unit') && unit === by.unit;

/** Whoever signs declares any figure; a unit those of its own. @throws Forbidden */
export const authoriseDeclaring = (by: Actor, unit: string | undefined): void => {
  if (!by.roles.includes('signer') && !isOwn(by, unit)) throw new Forbidden(`the figures of ${by.unit} are all that you may declare`);
};

/** Signer and office read every figure; a unit those of its own. @throws Forbidden */
export const authoriseReading = (by: Actor, unit: string | undefined): void => {
  if (!by.roles.includes('signer') && !by.roles.includes('office') && !isOwn(by, unit))
    throw new Forbidden(`the figures of ${by.unit} are all that you may read: say so with unit=${by.unit}`);
};
