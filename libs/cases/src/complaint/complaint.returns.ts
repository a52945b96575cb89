import type { Limits } from '../kernel/clocks';
import type { Context } from '../kernel/context';
import type { Rules } from '../kernel/decider';
import { say } from '../kernel/sentence';
import type { Situation } from '../kernel/situation';
import { isOver } from '../kernel/windows';
import type { dispatchCommands } from './complaint.dispatch.commands';
import { dispatched, released } from './complaint.dispatching';
import type { complaintEvents } from './complaint.events';
import { notTheLead } from './complaint.grounds';
import { awaited, type Complaint, heldOf, leadOf } from './complaint.state';
import { answerDue, dueWithin, ended, withLimits } from './complaint.terms';

type Returning = 'RequestComplaintReturn' | 'ApproveComplaintReturn' | 'RefuseComplaintReturn' | 'DesignateComplaintUnit';

const notAsked = say('只有已申请退单的投诉才能审定退单', 'only a complaint whose return is asked for can be decided on');

/** Whether an approved return starts the answer clock anew is a local rule; else the caller's time goes on running. */
const dueAfterReturn = (complaint: Situation, context: Context) =>
  context.local.complaint.clockAfterReturn === 'restarts' ? answerDue(complaint.recorded ?? {}, context) : undefined;

/** A unit that had not signed in has to now. */
const stillToSign = (complaint: Complaint, context: Context): Limits =>
  heldOf(complaint)?.signedIn ? {} : { 'sign-in': dueWithin(context.local.complaint.signIn, 'hotline-sign-in', context) };

export const returnRules: Rules<Complaint, Pick<typeof dispatchCommands, Returning>, typeof complaintEvents> = {
  RequestComplaintReturn: {
    in: ['routed', 'handling'],
    otherwise: say('只有已派单、尚未答复的投诉才能申请退单', 'only a complaint that is with a unit and not yet answered can be returned'),
    unless: [
      notTheLead,
      {
        // Weifang 2021: what the hotline has decided after a dispute is not returned again.
        when: (complaint) => heldOf(complaint)?.designated === true,
        because: say('热线指定承办的投诉不得再退', 'what the hotline has assigned for good is not returned'),
      },
      {
        when: (complaint, context) => isOver(complaint, 'return', context),
        because: say('退单期限已过，或退单申请已经审定', 'the time for a return is over, or a return has been decided on'),
      },
    ],
    decide: (complaint, { ground, reason }) => [
      {
        type: 'ComplaintReturnRequested',
        data: { unit: leadOf(complaint) ?? '', ground, ...withLimits(ended(complaint, 'sign-in', 'return')) },
        personal: { reason },
      },
    ],
  },
  ApproveComplaintReturn: {
    in: ['return-review'],
    otherwise: notAsked,
    decide: (complaint, _, context) => [
      ...released(awaited(complaint), complaint),
      {
        type: 'ComplaintReturned',
        data: { unit: leadOf(complaint) ?? '', due: dueAfterReturn(complaint, context), ...withLimits(ended(complaint, 'contact')) },
      },
    ],
  },
  RefuseComplaintReturn: {
    in: ['return-review'],
    otherwise: notAsked,
    decide: (complaint, { reason }, context) => [
      { type: 'ComplaintReturnRefused', data: withLimits(stillToSign(complaint, context)), personal: { reason } },
    ],
  },
  DesignateComplaintUnit: {
    in: ['return-review'],
    otherwise: say('只有退单有争议的投诉才能指定承办', 'only a complaint whose return is disputed can be assigned for good'),
    decide: (complaint, order, context) => dispatched('ComplaintUnitDesignated', complaint, order, context),
  },
};
