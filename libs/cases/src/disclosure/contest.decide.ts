import { businessDate } from '../kernel/dates';
import type { Decision } from '../kernel/decider';
import type { EventOf } from '../kernel/definitions';
import { type Due, dueAfter, type Reckoning } from '../kernel/due';
import { reject, say } from '../kernel/sentence';
import { needsPriorReconsideration, type Remedy, windowOf, withholds } from '../policies/remedies';
import type { disclosureEvents } from './disclosure.events';
import { answerOf, type Case, type DisclosureRules, notRegistered, registered, unanswered, waiting } from './disclosure.grounds';
import type { Contest } from './disclosure.state';

type Event = EventOf<typeof disclosureEvents>;

/** What the answer must say: since 2024 that reconsideration comes first (Reconsideration Law 2023 art. 23 ¶2). */
export const remedyNotice = (outcome: string, answeredOn: string): 'reconsideration-first' | 'reconsideration-or-suit' =>
  withholds(outcome) && needsPriorReconsideration('refusal', answeredOn) ? 'reconsideration-first' : 'reconsideration-or-suit';

const windowFrom = (remedy: Remedy, on: string, reckoning: Reckoning): Due | null => {
  const term = windowOf(remedy, on);
  return term ? dueAfter(on, term, reckoning) : null;
};

/** An order to answer sets the term anew: whoever was waited for is waited for no longer. */
const nobodyAsked = { correction: null, 'third-party': null, 'co-agency': null, fee: null };

const noWindows = { reconsideration: null, litigation: null };

const begun = (disclosure: Case, proceeding: string, event: Event): Decision<Event> => (disclosure.contests[proceeding] ? [] : [event]);

const ended = (disclosure: Case, kind: Contest['kind'], proceeding: string, event: Event): Decision<Event> => {
  const known = disclosure.contests[proceeding];
  if (known?.kind !== kind) return reject('该程序尚未针对本申请提起', 'this proceeding does not contest this request');
  return known.status === 'concluded' ? [] : [event];
};

const isSame = (one: Due, other: Due): boolean => one.rule === other.rule && one.on === other.on && one.from === other.from;

/** Answers served, contested, and revoked. */
export const contestRules: Pick<
  DisclosureRules,
  | 'ServeDisclosure'
  | 'RevokeDisclosureAnswer'
  | 'RecordDisclosureAppeal'
  | 'RecordDisclosureAppealOutcome'
  | 'RecordDisclosureLitigation'
  | 'RecordDisclosureLitigationOutcome'
> = {
  ServeDisclosure: {
    in: ['answered'],
    otherwise: say('只有已答复、尚未归档的公开申请才能登记送达', 'only an answer that is not yet archived is served'),
    unless: [{ when: ({ servedOn }) => servedOn !== undefined, because: say('该答复已经送达', 'this answer was served already') }],
    decide: (disclosure, { way, on: given }, context) => {
      const today = businessDate(context.at);
      const { outcome, answered_on } = disclosure.recorded ?? {};
      const answeredOn = answered_on ?? today;
      const on = given ?? today;
      if (on > today) return reject('送达日期不能晚于登记日期', 'an answer is not served in the future');
      if (on < answeredOn) return reject('送达日期早于答复日期', 'an answer is not served before it is given');
      const afterwards = remedyNotice(outcome ?? '', answeredOn) === 'reconsideration-first';
      const litigation = afterwards ? null : windowFrom('direct-suit', on, context);
      return [
        {
          type: 'DisclosureServed',
          data: { way, on, limits: { reconsideration: windowFrom('reconsideration', on, context), litigation } },
        },
      ];
    },
  },
  RevokeDisclosureAnswer: {
    in: registered,
    otherwise: notRegistered,
    decide: (disclosure, { proceeding, document, term }, context) => {
      const due = dueAfter(context.at, { ...term, rule: 'decision-term' }, context);
      // Reconsideration Law 2023 arts 64, 66, Administrative Litigation Law arts 70, 72: anew where there was an answer, at last where not.
      if (waiting.includes(disclosure.status))
        return [{ type: 'DisclosureAnswerOrdered', data: { proceeding, document, due, limits: nobodyAsked } }];
      if (unanswered.includes(disclosure.status))
        return isSame(answerOf(disclosure).due, due) ? [] : [{ type: 'DisclosureAnswerOrdered', data: { proceeding, document, due } }];
      return [{ type: 'DisclosureAnswerRevoked', data: { proceeding, document, due, limits: noWindows } }];
    },
  },
  RecordDisclosureAppeal: {
    in: registered,
    otherwise: notRegistered,
    decide: (disclosure, data) => begun(disclosure, data.proceeding, { type: 'DisclosureAppealed', data }),
  },
  RecordDisclosureAppealOutcome: {
    in: registered,
    otherwise: notRegistered,
    decide: (disclosure, data) => ended(disclosure, 'reconsideration', data.proceeding, { type: 'DisclosureAppealConcluded', data }),
  },
  RecordDisclosureLitigation: {
    in: registered,
    otherwise: notRegistered,
    decide: (disclosure, data) => begun(disclosure, data.proceeding, { type: 'DisclosureLitigated', data }),
  },
  RecordDisclosureLitigationOutcome: {
    in: registered,
    otherwise: notRegistered,
    decide: (disclosure, data) => ended(disclosure, 'litigation', data.proceeding, { type: 'DisclosureLitigationConcluded', data }),
  },
};
