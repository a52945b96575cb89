import { dueAfter, extendedBy } from '../kernel/due';
import { businessDate } from '../kernel/dates';
import type { Decision, Rules } from '../kernel/decider';
import type { EventOf } from '../kernel/definitions';
import { reject, say } from '../kernel/sentence';
import type { disclosureCommands } from './disclosure.commands';
import type { disclosureEvents } from './disclosure.events';
import type { Contest, Disclosure } from './disclosure.state';
import { extensionOf, regimeOf } from './disclosure.terms';

type Event = EventOf<typeof disclosureEvents>;

// Failure to answer can be contested too: Administrative Litigation Law art. 47, Reconsideration Law 2023 art. 23(1)(3).
const contestable: Disclosure['status'][] = ['received', 'routed', 'handling', 'answered', 'closed'];
const unknownRequest = say('该公开申请尚未登记', 'this request is not registered');

const contestIn = (disclosure: Disclosure, proceeding: string) => ('contests' in disclosure ? disclosure.contests[proceeding] : undefined);

const begun = (disclosure: Disclosure, proceeding: string, event: Event): Decision<Event> =>
  contestIn(disclosure, proceeding) ? [] : [event];

const ended = (disclosure: Disclosure, kind: Contest['kind'], proceeding: string, event: Event): Decision<Event> => {
  const known = contestIn(disclosure, proceeding);
  if (known?.kind !== kind) return reject('该程序尚未针对本申请提起', 'this proceeding does not contest this request');
  return known.status === 'concluded' ? [] : [event];
};

export const disclosureRules: Rules<Disclosure, typeof disclosureCommands, typeof disclosureEvents> = {
  RegisterDisclosure: {
    in: ['absent'],
    otherwise: say('该公开申请已经登记', 'this request is already registered'),
    decide: (_, { channel, kind, matter, ...personal }, context) => {
      const { at, caseNumber } = context;
      const receivedOn = businessDate(at);
      const regime = regimeOf(receivedOn);
      if (!regime)
        return reject(
          '2008年5月1日《条例》施行前不受理公开申请',
          'no request can be received before the regulation came into force on 2008-05-01',
        );
      return [
        {
          type: 'DisclosureRegistered',
          data: { caseNumber, channel, kind, matter, due: dueAfter(receivedOn, regime.answer, context) },
          personal,
        },
      ];
    },
  },
  RouteDisclosure: {
    in: ['received'],
    otherwise: say('只有已登记、尚未分办的公开申请才能分办', 'only a registered request that is not yet routed can be routed'),
    decide: (_, { unit, instruction }) => [{ type: 'DisclosureRouted', data: { unit }, personal: { instruction } }],
  },
  SignInDisclosure: {
    in: ['routed'],
    otherwise: say('只有已分办、尚未签收的公开申请才能签收', 'only a routed request can be signed in'),
    decide: () => [{ type: 'DisclosureSignedIn', data: {} }],
  },
  ExtendDisclosure: {
    in: ['received', 'routed', 'handling'],
    otherwise: say('只有尚未答复的公开申请才能延长期限', 'only a request that is not yet answered can be extended'),
    decide: (disclosure, { reason }, context) => {
      if (!('due' in disclosure)) return [];
      const extension = disclosure.extended ? undefined : extensionOf(disclosure.due.rule);
      if (!extension) return reject('答复期限只能延长一次', 'the term can be extended only once');
      return [{ type: 'DisclosureExtended', data: { due: extendedBy(disclosure.due, extension, context) }, personal: { reason } }];
    },
  },
  AnswerDisclosure: {
    in: ['received', 'handling'],
    otherwise: say(
      '只有尚未分办或承办单位已签收的公开申请才能答复',
      'only a request that is not yet routed, or that the handling unit has signed in, can be answered',
    ),
    decide: (disclosure, { outcome, text }, { by }) => [
      { type: 'DisclosureAnswered', data: { unit: ('unit' in disclosure && disclosure.unit) || by.unit, outcome }, personal: { text } },
    ],
  },
  CloseDisclosure: {
    in: ['answered'],
    otherwise: say('只有已答复、尚未归档的公开申请才能归档', 'only an answered request can be archived'),
    decide: () => [{ type: 'DisclosureClosed', data: {} }],
  },
  RecordDisclosureAppeal: {
    in: contestable,
    otherwise: unknownRequest,
    decide: (disclosure, data) => begun(disclosure, data.proceeding, { type: 'DisclosureAppealed', data }),
  },
  RecordDisclosureAppealOutcome: {
    in: contestable,
    otherwise: unknownRequest,
    decide: (disclosure, data) => ended(disclosure, 'reconsideration', data.proceeding, { type: 'DisclosureAppealConcluded', data }),
  },
  RecordDisclosureLitigation: {
    in: contestable,
    otherwise: unknownRequest,
    decide: (disclosure, data) => begun(disclosure, data.proceeding, { type: 'DisclosureLitigated', data }),
  },
  RecordDisclosureLitigationOutcome: {
    in: contestable,
    otherwise: unknownRequest,
    decide: (disclosure, data) => ended(disclosure, 'litigation', data.proceeding, { type: 'DisclosureLitigationConcluded', data }),
  },
};
