import type { Evolve } from '../kernel/decider';
import type { Due } from '../kernel/due';
import type { disclosureEvents } from './disclosure.events';

export interface Contest {
  readonly kind: 'reconsideration' | 'litigation';
  readonly status: 'open' | 'concluded';
}

/** Proceedings against the answer, or against the failure to answer, by the id of their own case. */
export type Contests = Readonly<Record<string, Contest>>;

interface Pending {
  readonly due: Due;
  readonly extended: boolean;
  readonly unit?: string;
  readonly contests: Contests;
}

export type Disclosure =
  | { readonly status: 'absent' }
  | ({ readonly status: 'received' | 'routed' | 'handling' } & Pending)
  | { readonly status: 'answered' | 'closed'; readonly contests: Contests };

export const absentDisclosure: Disclosure = { status: 'absent' };

const contest =
  (kind: Contest['kind'], status: Contest['status']) =>
  (disclosure: Disclosure, { proceeding }: { proceeding: string }): Disclosure =>
    disclosure.status === 'absent' ? disclosure : { ...disclosure, contests: { ...disclosure.contests, [proceeding]: { kind, status } } };

const contestsOf = (disclosure: Disclosure): Contests => ('contests' in disclosure ? disclosure.contests : {});

export const evolveDisclosure: Evolve<Disclosure, typeof disclosureEvents> = {
  DisclosureRegistered: (_, { due }) => ({ status: 'received', due, extended: false, contests: {} }),
  DisclosureRouted: (disclosure, { unit }) => ('due' in disclosure ? { ...disclosure, status: 'routed', unit } : disclosure),
  DisclosureSignedIn: (disclosure) => ('due' in disclosure ? { ...disclosure, status: 'handling' } : disclosure),
  DisclosureExtended: (disclosure, { due }) => ('due' in disclosure ? { ...disclosure, due, extended: true } : disclosure),
  DisclosureAnswered: (disclosure) => ({ status: 'answered', contests: contestsOf(disclosure) }),
  DisclosureClosed: (disclosure) => ({ status: 'closed', contests: contestsOf(disclosure) }),
  DisclosureAppealed: contest('reconsideration', 'open'),
  DisclosureAppealConcluded: contest('reconsideration', 'concluded'),
  DisclosureLitigated: contest('litigation', 'open'),
  DisclosureLitigationConcluded: contest('litigation', 'concluded'),
};
