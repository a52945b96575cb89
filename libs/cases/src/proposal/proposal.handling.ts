import type { Context } from '../kernel/context';
import { businessDate } from '../kernel/dates';
import type { EventOf } from '../kernel/definitions';
import type { Situation } from '../kernel/decider';
import { reject, say } from '../kernel/sentence';
import { allReleased, stillInTime } from './proposal.co-units';
import type { proposalEvents } from './proposal.events';
import { isHandledAgain, notTheLead, type ProposalRules } from './proposal.grounds';
import { answerDue, clock, dueOf, ended, extendedNow, isOver, promisedFor, startedNow } from './proposal.terms';

type Event = EventOf<typeof proposalEvents>;
type Way = Extract<Event, { type: 'ProposalContacted' }>['data']['way'];

const contacted = (proposal: Situation, way: Way, note?: string): Event => ({
  type: 'ProposalContacted',
  data: { way, limits: dueOf(proposal, clock.contact) && ended(clock.contact) },
  personal: { note },
});

const promised = (by: string, context: Context): Event => ({
  type: 'ProposalPromised',
  data: { by, limits: { [clock.promise]: promisedFor(by, context) } },
});

/** From acceptance to the signed answer. */
export const handlingRules = {
  // Within twenty working days Chongqing art. 18; in any of the ways of Zhejiang art. 17.
  ContactProposers: {
    in: ['handling'],
    otherwise: say('只有办理中的建议提案才能记录联系', 'only a proposal that is being handled takes a contact'),
    unless: [notTheLead],
    decide: (proposal, { way, note }) => [contacted(proposal, way, note)],
  },
  // In person where possible (Shandong art. 20); again after an answer that did not satisfy (Shanghai art. 21, Chongqing art. 27).
  MeetProposers: {
    in: ['handling', 'answered', 'fulfilled', 'rated'],
    otherwise: say('只有已接收、尚未办结的建议提案才能记录面商', 'only a proposal that is accepted and not yet closed takes a meeting'),
    decide: (proposal, { minutes }) => [
      ...(dueOf(proposal, clock.contact) ? [contacted(proposal, 'meeting')] : []),
      { type: 'ProposalMet', data: {}, personal: { minutes } },
    ],
  },
  // Up to six months with the consent of the assigning organ: Zhejiang art. 21, Shandong art. 19, Shanghai art. 19, Henan art. 20.
  ExtendProposal: {
    in: ['routed', 'handling'],
    otherwise: say('只有已交办、尚未答复的建议提案才能延期', 'only an assigned proposal that is not yet answered can be extended'),
    unless: [
      { when: isHandledAgain, because: say('重新办理的期限不能延长', 'the term of a second handling cannot be extended') },
      {
        when: (proposal) => answerDue(proposal)?.extensions !== undefined,
        because: say('办理期限只能延长一次', 'the term can be extended only once'),
      },
      {
        when: (proposal, { at }) => {
          const due = answerDue(proposal);
          return due === undefined || isOver(due, at);
        },
        because: say('办理期限已过，不能再延长', 'the term is over and can no longer be extended'),
      },
    ],
    decide: (proposal, { reason }, context) => {
      const due = answerDue(proposal);
      return due ? [{ type: 'ProposalExtended', data: { due: extendedNow(due, context) }, personal: { reason } }] : [];
    },
  },
  // One answer by the lead, with the co-units' opinions in it (Zhejiang art. 18, Chongqing art. 20), signed by its head (Zhejiang art. 22,
  // Chongqing art. 23); answered again when the promise of the first is kept (Zhejiang art. 20).
  AnswerProposal: {
    in: ['handling', 'fulfilled'],
    otherwise: say('只有承办单位已接收的建议提案才能答复', 'only a proposal that the lead unit has accepted can be answered'),
    unless: [
      notTheLead,
      {
        when: (proposal, { at }) => stillInTime(proposal, at),
        because: say('协办意见尚未收齐，期限未满', 'opinions of co-units are outstanding and their term has not run out'),
      },
      {
        when: (proposal) => 'met' in proposal && proposal.key && !proposal.met,
        because: say('重点建议提案须先与代表委员面商', 'a key item is answered only after a meeting with its proposers'),
      },
    ],
    decide: (proposal, { outcome, signedBy, promise, text }, context) => {
      if (!context.local.proposal.classes.includes(outcome))
        return reject('本地不使用该答复类别', 'this class of answers is not in use here');
      if (promise && outcome !== 'B') return reject('只有正在解决的事项才有承诺期限', 'only what is under way is promised by a day');
      if (promise && promise.by <= businessDate(context.at))
        return reject('承诺期限须晚于答复日期', 'what is promised must lie after the day of the answer');
      const limits = { ...ended(clock.contact, clock.return), [clock.rating]: startedNow('proposal-rating', context) };
      return [
        ...allReleased(proposal),
        { type: 'ProposalAnswered', data: { unit: context.by.unit, outcome, signedBy, limits }, personal: { text } },
        ...(promise ? [promised(promise.by, context)] : []),
      ];
    },
  },
} satisfies Partial<ProposalRules>;
