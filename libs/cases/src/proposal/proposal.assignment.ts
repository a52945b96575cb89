import { reject, say } from '../kernel/sentence';
import { allReleased, coAssigned, coUnitsOf } from './proposal.co-units';
import { isHandledAgain, leadOf, notTheLead, type ProposalRules } from './proposal.grounds';
import type { Proposal } from './proposal.state';
import { clock, dueOf, ended, isOver, startedNow } from './proposal.terms';

const hasAccepted = (proposal: Proposal, unit: string): boolean =>
  leadOf(proposal) === unit
    ? proposal.status !== 'routed'
    : !coUnitsOf(proposal).some((coUnit) => coUnit.unit === unit && coUnit.part === 'assigned');

/** From assignment to acceptance by the units, or back. Nobody but the assigning organ assigns: units do not pass proposals on. */
export const assignmentRules = {
  RouteProposal: {
    in: ['received', 'filed', 'returned'],
    otherwise: say('只有已登记、尚未交办的建议提案才能交办', 'only a registered proposal that is not yet assigned can be assigned'),
    unless: [
      {
        when: ({ status }, { local }) => status === 'received' && local.proposal.filing === 'required',
        because: say('本地规定须先立案再交办', 'by the local rules a proposal must be filed before it is assigned'),
      },
    ],
    decide: (_, { unit, joint = [], instruction }, context) => {
      if (joint.includes(unit)) return reject('主办单位不能同时是协办单位', 'the lead unit cannot be a co-unit as well');
      const limits = {
        [clock.return]: startedNow('proposal-return', context),
        [clock.contact]: startedNow('proposal-contact', context),
      };
      const due = startedNow('proposal-answer', context);
      return [
        { type: 'ProposalRouted', data: { unit, due, limits }, personal: { instruction } },
        ...[...new Set(joint)].map((coUnit) => coAssigned(coUnit, context)),
      ];
    },
  },
  SignInProposal: {
    in: ['routed', 'returning', 'handling'],
    otherwise: say('只有已交办、尚未接收的建议提案才能接收', 'only an assigned proposal can be accepted'),
    unless: [
      {
        when: (proposal, { by }) => hasAccepted(proposal, by.unit),
        because: say('本单位没有待接收的交办', 'nothing assigned to this unit waits to be accepted'),
      },
    ],
    decide: (proposal, _, { by }) =>
      leadOf(proposal) === by.unit ? [{ type: 'ProposalSignedIn', data: {} }] : [{ type: 'ProposalCoSignedIn', data: { unit: by.unit } }],
  },
  // Within ten days Zhejiang art. 14, ten working days Chongqing art. 16, with reasons in writing.
  RequestProposalReturn: {
    in: ['routed', 'handling'],
    otherwise: say('只有已交办、尚未答复的建议提案才能申请退回', 'only an assigned proposal that is not yet answered can be asked back'),
    unless: [
      notTheLead,
      {
        when: isHandledAgain,
        because: say('重新办理的建议提案不能退回', 'a proposal that is handled again cannot be asked back'),
      },
      {
        when: (proposal) => 'returnRefused' in proposal && proposal.returnRefused,
        because: say('退回申请已被驳回，不得再次申请', 'the return was refused; it cannot be asked for again'),
      },
      {
        when: (proposal, { at }) => {
          const due = dueOf(proposal, clock.return);
          return due !== undefined && isOver(due, at);
        },
        because: say('已超过申请退回的期限', 'the term for asking to return it is over'),
      },
    ],
    decide: (_, { reason, unit: suggested }, { by }) => [
      { type: 'ProposalReturnRequested', data: { unit: by.unit, suggested }, personal: { reason } },
    ],
  },
  // The whole assignment ends; the new lead unit has its own term from the day it is assigned (Chongqing arts 16 and 21).
  ApproveProposalReturn: {
    in: ['returning'],
    otherwise: say('没有待决定的退回申请', 'no request to return it awaits a decision'),
    decide: (proposal) =>
      'unit' in proposal
        ? [
            ...allReleased(proposal),
            { type: 'ProposalReturned', data: { unit: proposal.unit, limits: ended(clock.return, clock.contact) } },
          ]
        : [],
  },
  RefuseProposalReturn: {
    in: ['returning'],
    otherwise: say('没有待决定的退回申请', 'no request to return it awaits a decision'),
    decide: (_, { reason }) => [{ type: 'ProposalReturnRefused', data: {}, personal: { reason } }],
  },
} satisfies Partial<ProposalRules>;
