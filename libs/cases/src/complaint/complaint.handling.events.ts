import { z } from 'zod';
import { Limits } from '../kernel/clocks';
import { event } from '../kernel/definitions';
import { Due } from '../kernel/due';
import { say } from '../kernel/sentence';
import { Label, Text, UnitCode } from '../kernel/shapes';
import { ContactResult, TerminationGround } from './complaint.codes';

/** What the units do, up to the answer or to an end without one. */
export const handlingEvents = {
  ComplaintCallerContacted: event(
    'contacted',
    say('联系诉求人', 'Caller contacted'),
    { limits: Limits.optional() },
    { note: Text.optional() },
  ),
  ComplaintCallerNotReached: event(
    'noted',
    say('联系诉求人未果', 'Caller not reached'),
    { result: ContactResult.exclude(['reached']) },
    { note: Text.optional() },
  ),
  ComplaintSubTasked: event('noted', say('下派站所', 'Handed on to a station'), { station: Label }),
  ComplaintExtensionRequested: event(
    'extension-requested',
    say('申请延期', 'Extension requested'),
    { callerTold: z.boolean().optional() },
    { reason: Text },
  ),
  ComplaintExtended: event('extended', say('同意延期', 'Extended'), { due: Due }),
  ComplaintExtensionRefused: event('extension-refused', say('不同意延期', 'Extension refused'), {}, { reason: Text.optional() }),
  ComplaintCoReplied: event(
    'co-replied',
    say('协办回复', 'Reply of a joint unit'),
    { unit: UnitCode, limits: Limits.optional() },
    { text: Text },
  ),
  ComplaintAnswered: event(
    'answered',
    say('答复', 'Answered by the handling unit'),
    { unit: UnitCode, limits: Limits.optional() },
    { text: Text },
  ),
  ComplaintTerminationProposed: event(
    'noted',
    say('提请终止', 'Termination proposed by the unit'),
    { ground: TerminationGround },
    { text: Text },
  ),
  ComplaintTerminated: event(
    'closed',
    say('终止办理', 'Terminated'),
    { disposal: z.literal('terminated'), ground: TerminationGround },
    { text: Text.optional() },
  ),
} as const;
