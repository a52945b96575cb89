import { answerClock, clocksOf } from '../kernel/clocks';
import type { Rules } from '../kernel/decider';
import { extendedBy } from '../kernel/due';
import { say } from '../kernel/sentence';
import { isOver } from '../kernel/windows';
import type { complaintEvents } from './complaint.events';
import { type ComplaintGround, notTheLead } from './complaint.grounds';
import type { handlingCommands } from './complaint.handling.commands';
import { type Complaint, heldOf } from './complaint.state';

type Extending = 'RequestComplaintExtension' | 'GrantComplaintExtension' | 'RefuseComplaintExtension';

const inHandOnly = say(
  '只有承办单位已签收、尚未答复的投诉才能延期',
  'only a complaint that the unit has signed in and not yet answered can be extended',
);

const notAsked: ComplaintGround = {
  when: (complaint) => heldOf(complaint)?.extensionAsked !== true,
  because: say('没有待审定的延期申请', 'no extension has been asked for'),
};

export const extensionRules: Rules<Complaint, Pick<typeof handlingCommands, Extending>, typeof complaintEvents> = {
  // Weifang 2021 and Beijing 2021: the unit explains it to the caller and tells the hotline.
  RequestComplaintExtension: {
    in: ['handling'],
    otherwise: inHandOnly,
    unless: [
      notTheLead,
      {
        when: (complaint) => heldOf(complaint)?.extensionAsked === true,
        because: say('延期申请正在审定', 'an extension is already asked for'),
      },
      {
        when: (complaint, { local }) => (heldOf(complaint)?.extensions ?? 0) >= local.complaint.extension.most,
        because: say('延期次数已用完', 'it has been extended as often as the local rules allow'),
      },
      {
        when: (complaint, context) => isOver(complaint, answerClock, context),
        because: say('办理期限已过，不能再申请延期', 'the term is over: it can no longer be extended'),
      },
    ],
    decide: (_, { reason, callerTold }) => [{ type: 'ComplaintExtensionRequested', data: { callerTold }, personal: { reason } }],
  },
  GrantComplaintExtension: {
    in: ['handling'],
    otherwise: inHandOnly,
    unless: [notAsked],
    decide: (complaint, _, context) => {
      const clock = clocksOf(complaint)[answerClock];
      const term = { ...context.local.complaint.extension.by, rule: 'hotline-extension' };
      return clock ? [{ type: 'ComplaintExtended', data: { due: extendedBy(clock.due, term, context) } }] : [];
    },
  },
  RefuseComplaintExtension: {
    in: ['handling'],
    otherwise: inHandOnly,
    unless: [notAsked],
    decide: (_, { reason }) => [{ type: 'ComplaintExtensionRefused', data: {}, personal: { reason } }],
  },
};
