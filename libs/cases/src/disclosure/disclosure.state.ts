import type { Evolve } from '../kernel/decider';
import type { Due } from '../kernel/shapes';
import type { disclosureEvents } from './disclosure.events';

/** Proceedings against the answer, by the id of their own case. */
export type Contests = Readonly<Record<string, 'open' | 'concluded'>>;

interface Pending {
  readonly due: Due;
  readonly extended: boolean;
  readonly unit?: string;
}

export type Disclosure =
  | { readonly status: 'absent' }
  | ({ readonly status: 'received' | 'routed' | 'handling' } & Pending)
  | { readonly status: 'answered' | 'closed'; readonly contests: Contests };

export const absentDisclosure: Disclosure = { status: 'absent' };

const contest =
  (to: 'open' | 'concluded') =>
  (disclosure: Disclosure, { proceeding }: { proceeding: string }): Disclosure =>
    'contests' in disclosure ? { ...disclosure, contests: { ...disclosure.contests, [proceeding]: to } } : disclosure;

export const evolveDisclosure: Evolve<Disclosure, typeof disclosureEvents> = {
  DisclosureRegistered: (_, { due }) => ({ status: 'received', due, extended: false }),
  DisclosureRouted: (disclosure, { unit }) => ('due' in disclosure ? { ...disclosure, status: 'routed', unit } : disclosure),
  DisclosureSignedIn: (disclosure) => ('due' in disclosure ? { ...disclosure, status: 'handling' } : disclosure),
  DisclosureExtended: (disclosure, { due }) => ('due' in disclosure ? { ...disclosure, due, extended: true } : disclosure),
  DisclosureAnswered: () => ({ status: 'answered', contests: {} }),
  DisclosureClosed: (disclosure) => ('contests' in disclosure ? { ...disclosure, status: 'closed' } : disclosure),
  DisclosureAppealed: contest('open'),
  DisclosureAppealConcluded: contest('concluded'),
  DisclosureLitigated: contest('open'),
  DisclosureLitigationConcluded: contest('concluded'),
};
