import type { Rules } from '../kernel/decider';
import { reject, say } from '../kernel/sentence';
import type { dispatchCommands } from './complaint.dispatch.commands';
import { dispatched, parts, released } from './complaint.dispatching';
import type { complaintEvents } from './complaint.events';
import { notTheLead, objectionTo } from './complaint.grounds';
import { returnRules } from './complaint.returns';
import { awaited, type Complaint, leadOf, partOf } from './complaint.state';
import { ended, withLimits } from './complaint.terms';

const withUnits = say(
  '只有已派单、尚未答复的投诉才有协办单位',
  'only a complaint that is with a unit and not yet answered has joint units',
);

export const dispatchRules: Rules<Complaint, typeof dispatchCommands, typeof complaintEvents> = {
  ...returnRules,
  RouteComplaint: {
    in: ['received'],
    otherwise: say('只有已登记、尚未转办的投诉才能派单', 'only a registered complaint that is not yet routed can be routed'),
    decide: (complaint, order, context) => dispatched('ComplaintRouted', complaint, order, context),
  },
  AssignComplaintJointly: {
    in: ['routed', 'handling'],
    otherwise: withUnits,
    decide: (complaint, { joint }, context) =>
      objectionTo(joint, complaint, context.units) ?? parts(joint, [leadOf(complaint) ?? '', ...awaited(complaint)], context),
  },
  ReleaseComplaintJoint: {
    in: ['routed', 'handling'],
    otherwise: withUnits,
    unless: [
      {
        when: (complaint) => awaited(complaint).length === 0,
        because: say('没有尚未回复的协办单位', 'there is no joint unit that has not replied'),
      },
    ],
    decide: (complaint, { unit }) => {
      const waiting = awaited(complaint);
      if (unit !== undefined && !waiting.includes(unit))
        return reject('该单位没有尚未回复的协办任务', 'this unit has no part that is not replied to');
      return released(unit === undefined ? waiting : [unit], complaint);
    },
  },
  SignInComplaint: {
    in: ['routed'],
    otherwise: say('只有已派单、尚未签收的投诉才能签收', 'only a routed complaint can be signed in'),
    unless: [notTheLead],
    decide: (complaint) => [{ type: 'ComplaintSignedIn', data: withLimits(ended(complaint, 'sign-in')) }],
  },
  JoinInComplaint: {
    in: ['routed', 'handling'],
    otherwise: withUnits,
    unless: [
      {
        when: (complaint, { by }) => partOf(complaint, by.unit) !== 'assigned',
        because: say('本单位没有待签收的协办任务', 'your unit has no part that waits to be signed in'),
      },
    ],
    decide: (_, __, { by }) => [{ type: 'ComplaintCoSignedIn', data: { unit: by.unit } }],
  },
};
