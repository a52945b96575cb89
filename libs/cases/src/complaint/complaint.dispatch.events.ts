import { Limits } from '../kernel/clocks';
import { event } from '../kernel/definitions';
import { Due } from '../kernel/due';
import { say } from '../kernel/sentence';
import { Text, UnitCode } from '../kernel/shapes';
import { ReturnGround } from './complaint.codes';

/** Who has the complaint: dispatch to lead and joint units, sign-in, return and designation. */
export const dispatchEvents = {
  ComplaintRouted: event(
    'routed',
    say('派单转办', 'Dispatched to a handling unit'),
    { unit: UnitCode, due: Due.optional(), limits: Limits.optional() },
    { instruction: Text.optional() },
  ),
  ComplaintUnitDesignated: event(
    'routed',
    say('指定承办', 'Assigned for good to a unit'),
    { unit: UnitCode, due: Due.optional(), limits: Limits.optional() },
    { instruction: Text.optional() },
  ),
  ComplaintCoAssigned: event('co-assigned', say('交协办', 'Part given to a joint unit'), { unit: UnitCode, by: Due, limits: Limits }),
  ComplaintCoReleased: event('co-released', say('撤销协办', 'Joint unit released'), { unit: UnitCode, limits: Limits.optional() }),
  ComplaintSignedIn: event('signed-in', say('签收', 'Signed in by the handling unit'), { limits: Limits.optional() }),
  ComplaintCoSignedIn: event('co-signed-in', say('协办签收', 'Signed in by a joint unit'), { unit: UnitCode }),
  ComplaintReturnRequested: event(
    'return-requested',
    say('申请退单', 'Return requested'),
    { unit: UnitCode, ground: ReturnGround, limits: Limits.optional() },
    { reason: Text.optional() },
  ),
  ComplaintReturned: event('returned', say('同意退单', 'Returned to the hotline'), {
    unit: UnitCode,
    due: Due.optional(),
    limits: Limits.optional(),
  }),
  ComplaintReturnRefused: event(
    'return-refused',
    say('不同意退单', 'Return refused'),
    { limits: Limits.optional() },
    { reason: Text.optional() },
  ),
} as const;
