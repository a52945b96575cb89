import { z } from 'zod';
import { command } from '../kernel/definitions';
import { say } from '../kernel/sentence';
import { Text, UnitCode } from '../kernel/shapes';
import { ReturnGround } from './complaint.codes';
import { ShortLength } from './complaint.terms';

const Units = z.array(UnitCode).min(1).max(20);

const order = { unit: UnitCode, joint: Units.optional(), instruction: Text.optional(), limit: ShortLength.optional() };

export const dispatchCommands = {
  RouteComplaint: command({ path: 'route', title: say('派单转办', 'Dispatch to handling units'), by: ['office'], shape: order }),
  AssignComplaintJointly: command({
    path: 'assign-joint',
    title: say('增派协办单位', 'Give parts to joint units'),
    by: ['office'],
    shape: { joint: Units },
  }),
  ReleaseComplaintJoint: command({
    path: 'release-joint',
    title: say('撤销协办', 'Release a joint unit, or all that have not replied'),
    by: ['office'],
    shape: { unit: UnitCode.optional() },
  }),
  SignInComplaint: command({ path: 'sign-in', title: say('签收', 'Sign in'), by: ['unit'], shape: {} }),
  JoinInComplaint: command({ path: 'join-in', title: say('协办签收', 'Sign in as a joint unit'), by: ['unit'], shape: {} }),
  RequestComplaintReturn: command({
    path: 'request-return',
    title: say('申请退单', 'Ask to return it'),
    by: ['unit'],
    shape: { ground: ReturnGround, reason: Text.optional() },
  }),
  ApproveComplaintReturn: command({ path: 'approve-return', title: say('同意退单', 'Approve the return'), by: ['office'], shape: {} }),
  RefuseComplaintReturn: command({
    path: 'refuse-return',
    title: say('不同意退单', 'Refuse the return'),
    by: ['office'],
    shape: { reason: Text.optional() },
  }),
  DesignateComplaintUnit: command({
    path: 'designate',
    title: say('指定承办单位', 'Assign for good after a dispute'),
    by: ['office'],
    shape: order,
  }),
} as const;
