import type { Bulletin } from './bulletin';
import { hotlineBulletin } from './hotline-bulletin';
import { proposalSummary } from './proposal-summary';

/** Every bulletin we can fill in. */
export const bulletins: readonly Bulletin[] = [hotlineBulletin, proposalSummary];

/** The bulletin of this id, or undefined. */
export const findBulletin = (id: string): Bulletin | undefined => bulletins.find((bulletin) => bulletin.id === id);
