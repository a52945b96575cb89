import type { Evolve } from '../kernel/decider';
import type { disclosureEvents } from './disclosure.events';
import type { Regime } from './disclosure.outcomes';
import { regimeOf } from './disclosure.terms';

export interface Contest {
  readonly kind: 'reconsideration' | 'litigation';
  readonly status: 'open' | 'concluded';
}

/** How far it has come inside the office. */
export type Stage = 'received' | 'routed' | 'handling';

/** Who else is asked before the answer. */
export type Asked = 'third-party' | 'co-agency';

/** Steps that are taken once with a request. */
export type OnceOnly = 'confirmation' | 'correction' | 'extension' | 'reasons' | 'longer-term' | 'fee';

export interface Disclosure {
  readonly status: 'absent' | Stage | 'awaiting-correction' | 'consulting' | 'awaiting-fee' | 'answered' | 'closed';
  /** Where it goes on when nobody outside is waited for any more. */
  readonly stage: Stage;
  readonly regime: Regime;
  /** Unknown of requests from before due dates named their trigger. */
  readonly receivedOn?: string | undefined;
  readonly channel?: string;
  readonly delivery?: string | undefined;
  readonly unit?: string;
  readonly taken: readonly OnceOnly[];
  readonly asked: readonly Asked[];
  /** Those who were asked and let the time pass. */
  readonly silent: readonly Asked[];
  readonly servedOn?: string | undefined;
  /** Proceedings against the answer, or against the failure to answer, by the id of their own case. */
  readonly contests: Readonly<Record<string, Contest>>;
  /** Requests that were split from it. */
  readonly parts: readonly string[];
}

export const absentDisclosure: Disclosure = {
  status: 'absent',
  stage: 'received',
  regime: '2008',
  taken: [],
  asked: [],
  silent: [],
  contests: {},
  parts: [],
};

const taking = ({ taken }: Disclosure, step: OnceOnly): Pick<Disclosure, 'taken'> => ({ taken: [...taken, step] });

const into = (stage: Stage) => ({ status: stage, stage });

const without = (all: readonly Asked[], whom: Asked): readonly Asked[] => all.filter((each) => each !== whom);

const asks =
  (whom: Asked) =>
  (disclosure: Disclosure): Disclosure => ({
    ...disclosure,
    status: 'consulting',
    asked: [...disclosure.asked, whom],
    silent: without(disclosure.silent, whom),
  });

const hears =
  (whom: Asked) =>
  (disclosure: Disclosure): Disclosure => {
    const asked = without(disclosure.asked, whom);
    return {
      ...disclosure,
      asked,
      silent: without(disclosure.silent, whom),
      status: asked.length > 0 ? 'consulting' : disclosure.stage,
    };
  };

const hearsNothing =
  (whom: Asked) =>
  (disclosure: Disclosure): Disclosure => ({ ...hears(whom)(disclosure), silent: [...disclosure.silent, whom] });

const goesOn = (disclosure: Disclosure): Disclosure => ({ ...disclosure, status: disclosure.stage });

const same = (disclosure: Disclosure): Disclosure => disclosure;

const closed = (disclosure: Disclosure): Disclosure => ({ ...disclosure, status: 'closed' });

const contest =
  (kind: Contest['kind'], status: Contest['status']) =>
  (disclosure: Disclosure, { proceeding }: { proceeding: string }): Disclosure => ({
    ...disclosure,
    contests: { ...disclosure.contests, [proceeding]: { kind, status } },
  });

export const evolveDisclosure: Evolve<Disclosure, typeof disclosureEvents> = {
  DisclosureRegistered: (disclosure, { channel, delivery, due }) => ({
    ...disclosure,
    ...into('received'),
    regime: regimeOf(due.rule) ?? '2019',
    receivedOn: due.from,
    channel,
    delivery,
  }),
  DisclosureReceiptConfirmed: (disclosure, { due }) => ({ ...disclosure, ...taking(disclosure, 'confirmation'), receivedOn: due.from }),
  DisclosureSplit: (disclosure, { part }) => ({ ...disclosure, parts: [...disclosure.parts, part] }),
  DisclosureRouted: (disclosure, { unit }) => ({ ...disclosure, ...into('routed'), unit }),
  DisclosureSignedIn: (disclosure) => ({ ...disclosure, ...into('handling') }),

  DisclosureCorrectionRequested: (disclosure) => ({ ...disclosure, ...taking(disclosure, 'correction'), status: 'awaiting-correction' }),
  DisclosureCorrectionReceived: goesOn,
  DisclosureCorrectionLapsed: same,
  DisclosureThirdPartyConsulted: asks('third-party'),
  DisclosureThirdPartyReplied: hears('third-party'),
  DisclosureThirdPartySilent: hearsNothing('third-party'),
  DisclosureCoAgencyConsulted: asks('co-agency'),
  DisclosureCoAgencyReplied: hears('co-agency'),
  DisclosureCoAgencySilent: hearsNothing('co-agency'),
  DisclosureResumed: same,
  DisclosureNoticeServed: same,
  DisclosureFeeNotified: (disclosure) => ({ ...disclosure, ...taking(disclosure, 'fee'), status: 'awaiting-fee' }),
  DisclosureFeePaid: goesOn,
  DisclosureFeeLapsed: same,

  DisclosureExtended: (disclosure) => ({ ...disclosure, ...taking(disclosure, 'extension') }),
  DisclosureReasonsRequested: (disclosure) => ({ ...disclosure, ...taking(disclosure, 'reasons') }),
  DisclosureLongerTermAnnounced: (disclosure) => ({ ...disclosure, ...taking(disclosure, 'longer-term') }),

  DisclosureAnswered: (disclosure) => ({ ...disclosure, status: 'answered' }),
  DisclosureServed: (disclosure, { on }) => ({ ...disclosure, servedOn: on }),
  DisclosureAnswerRevoked: (disclosure) => ({ ...disclosure, ...into('handling'), servedOn: undefined }),
  DisclosureAnswerOrdered: (disclosure) => ({ ...disclosure, status: disclosure.stage, asked: [] }),
  DisclosureWithdrawn: closed,
  DisclosureAbandoned: closed,
  DisclosureClosed: closed,

  DisclosureAppealed: contest('reconsideration', 'open'),
  DisclosureAppealConcluded: contest('reconsideration', 'concluded'),
  DisclosureLitigated: contest('litigation', 'open'),
  DisclosureLitigationConcluded: contest('litigation', 'concluded'),
};
