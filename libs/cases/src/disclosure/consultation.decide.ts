import { businessDate } from '../kernel/dates';
import type { Ground } from '../kernel/decider';
import type { EventOf } from '../kernel/definitions';
import { type Due, dueAfter, type Reckoning } from '../kernel/due';
import { reject, say, type Sentence } from '../kernel/sentence';
import type { disclosureEvents } from './disclosure.events';
import { type Case, type DisclosureRules, only2019, pausedSince, resumedDue } from './disclosure.grounds';
import type { Asked, Disclosure } from './disclosure.state';
import { coAgencyTerm, thirdPartyTerm } from './disclosure.terms';

type Event = EventOf<typeof disclosureEvents>;

/** Whoever handles it may ask others; a unit that has not signed in does not handle it yet. */
const consultable: Disclosure['status'][] = ['received', 'handling', 'consulting'];

const cannotConsult = say(
  '只有尚未分办或承办单位已签收的公开申请才能征求意见',
  'others are consulted only on a request that is not yet routed, or that the handling unit has signed in',
);

const notConsulting = say('该申请没有正在征求的意见', 'nobody is being consulted on this request');

const stillAsked = (whom: Asked, because: Sentence): Ground<Disclosure> => ({ when: ({ asked }) => asked.includes(whom), because });

/** Whoever let the time pass may still be heard before the answer, but stops no clock any more. */
const notAsked = (whom: Asked): Ground<Disclosure> => ({
  when: ({ asked, silent }) => !asked.includes(whom) && !silent.includes(whom),
  because: notConsulting,
});

/** Art. 33 ¶3, 2008 art. 24 ¶3: the time of consultation does not count, up to when the last one asked has spoken or let the time pass. */
const resumption = (disclosure: Case, whom: Asked, on: string, context: Reckoning): Event[] =>
  disclosure.asked.some((each) => each !== whom) || !disclosure.asked.includes(whom)
    ? []
    : [{ type: 'DisclosureResumed', data: { due: resumedDue(disclosure, on, 'consultation', context) } }];

const silences = { 'third-party': 'DisclosureThirdPartySilent', 'co-agency': 'DisclosureCoAgencySilent' } as const;

/** Art. 32: the agency decides by itself. Art. 34: it is consent. Either way the answer's clock runs again. */
export const lapseOf =
  (whom: Asked) =>
  (disclosure: Case, { clock, due: { on } }: { clock: string; due: Due }, context: Reckoning): Event[] => [
    { type: silences[whom], data: { clock, on } },
    ...resumption(disclosure, whom, on, context),
  ];

export const consultationRules: Pick<
  DisclosureRules,
  'ConsultThirdParty' | 'RecordThirdPartyReply' | 'ConsultCoAgency' | 'RecordCoAgencyReply'
> = {
  ConsultThirdParty: {
    in: consultable,
    otherwise: cannotConsult,
    unless: [stillAsked('third-party', say('第三方意见尚在征求中', 'the third party has been asked and has not answered yet'))],
    // 2019 art. 32: fifteen working days; 2008 art. 23 sets the third party no term.
    decide: (disclosure, { thirdParty }, context) => {
      const today = businessDate(context.at);
      const limits = disclosure.regime === '2019' ? { 'third-party': dueAfter(today, thirdPartyTerm, context) } : undefined;
      return [
        {
          type: 'DisclosureThirdPartyConsulted',
          data: { since: pausedSince(disclosure, today), why: 'third-party', limits },
          personal: { thirdParty },
        },
      ];
    },
  },
  RecordThirdPartyReply: {
    in: consultable,
    otherwise: notConsulting,
    unless: [notAsked('third-party')],
    decide: (disclosure, { opinion, reason }, context) => {
      if (opinion === 'no-reply' && disclosure.regime === '2019')
        return reject('第三方逾期未答复由系统按期限登记，不需填报', 'that a third party is silent is recorded by its term, not by hand');
      return [
        { type: 'DisclosureThirdPartyReplied', data: { opinion, limits: { 'third-party': null } }, personal: { reason } },
        ...resumption(disclosure, 'third-party', businessDate(context.at), context),
      ];
    },
  },
  ConsultCoAgency: {
    in: consultable,
    otherwise: cannotConsult,
    unless: [
      only2019(
        say(
          '2019年5月15日前收到的申请，征求其他机关意见不停止计时',
          'under the 2008 regulation consulting another agency does not stop the clock',
        ),
      ),
      stillAsked('co-agency', say('共同制作机关的意见尚在征求中', 'the agency has been asked and has not answered yet')),
    ],
    decide: (disclosure, { agency }, context) => {
      const today = businessDate(context.at);
      const limits = { 'co-agency': dueAfter(today, coAgencyTerm, context) };
      return [{ type: 'DisclosureCoAgencyConsulted', data: { agency, since: pausedSince(disclosure, today), why: 'co-agency', limits } }];
    },
  },
  RecordCoAgencyReply: {
    in: consultable,
    otherwise: notConsulting,
    unless: [notAsked('co-agency')],
    decide: (disclosure, { opinion, reason }, context) => [
      { type: 'DisclosureCoAgencyReplied', data: { opinion, limits: { 'co-agency': null } }, personal: { reason } },
      ...resumption(disclosure, 'co-agency', businessDate(context.at), context),
    ],
  },
};
