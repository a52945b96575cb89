import { answerClock, clocksOf, type OpenClock } from '../kernel/clocks';
import type { Context } from '../kernel/context';
import { businessDate } from '../kernel/dates';
import type { Rules } from '../kernel/decider';
import { type Due, resumedAfter } from '../kernel/due';
import { reject, say } from '../kernel/sentence';
import type { Situation } from '../kernel/situation';
import type { duplicatesCommands } from './complaint.duplicates.commands';
import type { complaintEvents } from './complaint.events';
import { type Complaint, known, knownOf, type Merged, unanswered, unmerged } from './complaint.state';
import { withLimits } from './complaint.terms';

const notRegistered = say('该投诉尚未登记', 'this complaint is not registered');

/** The situation of the case that the command names. */
const namedIn = ({ contested }: Context): Complaint | undefined => contested as Complaint | undefined;

const isItself = (named: Complaint | undefined, { caseNumber }: Context): boolean =>
  named !== undefined && knownOf(named).number === caseNumber;

/** That something was merged into it is seen by the units that have the other, so a unit that this one accuses must not be among them. */
const tellsAccused = (complaint: Complaint, primary: Complaint): boolean =>
  knownOf(complaint).accused.some((unit) => !knownOf(primary).accused.includes(unit));

/** Days on which it was merged are not counted. */
const resumed = (due: Due, since: string, context: Context): Due =>
  resumedAfter(due, { from: since, to: businessDate(context.at), why: 'merged' }, context);

/** The clocks that ran when it was merged run on; one that had run out stays so. */
const clocksAfterMerger = ({ was, since }: Merged, context: Context) => {
  const running = Object.entries(clocksOf(was)).filter(([, { missedAt }]: [string, OpenClock]) => missedAt === undefined);
  const due = running.find(([name]) => name === answerClock)?.[1].due;
  const others = running.filter(([name]) => name !== answerClock);
  return {
    ...(due && { due: resumed(due, since, context) }),
    ...withLimits(Object.fromEntries(others.map(([name, clock]) => [name, resumed(clock.due, since, context)]))),
  };
};

export const duplicatesRules: Rules<Complaint, typeof duplicatesCommands, typeof complaintEvents> = {
  MergeComplaint: {
    in: unanswered,
    otherwise: say('只有尚未答复的投诉才能并入其他诉求', 'only a complaint that is not yet answered can be merged into another'),
    unless: [
      {
        when: (complaint) => knownOf(complaint).duplicates.length > 0,
        because: say('已有诉求并入该投诉，不能再并入其他诉求', 'others are merged into this complaint: it cannot be merged itself'),
      },
    ],
    decide: (complaint, { into }, context) => {
      const primary = namedIn(context);
      if (isItself(primary, context)) return reject('不能并入自身', 'a complaint cannot be merged into itself');
      if (primary?.status === 'merged') return reject('该诉求本身已并入其他诉求', 'that complaint is itself merged into another');
      if (primary?.status === 'closed')
        return reject('该诉求已办结，应将结果告知诉求人', 'that complaint is closed: the caller is told its result');
      if (primary && tellsAccused(complaint, primary))
        return reject('请先在该诉求中列明被举报单位', 'the units that this one accuses must first be named in that complaint');
      return [{ type: 'ComplaintMerged', data: { into, since: businessDate(context.at) } }];
    },
  },
  UnmergeComplaint: {
    in: ['merged'],
    otherwise: say('只有已合并的投诉才能撤销合并', 'only a merged complaint can be taken out of its merger'),
    decide: (complaint: Complaint & Situation, _, context) =>
      complaint.status === 'merged'
        ? [
            {
              type: 'ComplaintUnmerged',
              data: { from: complaint.into, status: complaint.was.status, ...clocksAfterMerger(complaint, context) },
            },
          ]
        : [],
  },
  RecordComplaintDuplicate: {
    in: known,
    otherwise: notRegistered,
    decide: (complaint, { duplicate }) =>
      knownOf(complaint).duplicates.includes(duplicate) ? [] : [{ type: 'ComplaintDuplicateJoined', data: { duplicate } }],
  },
  RecordComplaintDuplicateWithdrawn: {
    in: known,
    otherwise: notRegistered,
    decide: (complaint, { duplicate }) =>
      knownOf(complaint).duplicates.includes(duplicate) ? [{ type: 'ComplaintDuplicateLeft', data: { duplicate } }] : [],
  },
  // Different callers, one matter: each stays a case of its own and is counted.
  LinkComplaint: {
    in: unmerged,
    otherwise: say('只有已登记、未并入其他诉求的投诉才能列入集中反映', 'only a registered complaint that is not merged can be linked'),
    decide: (complaint, { to }, context) => {
      const first = namedIn(context);
      if (knownOf(complaint).cluster === to) return [];
      if (isItself(first, context)) return reject('不能与自身关联', 'a complaint cannot be linked to itself');
      if (first && knownOf(first).cluster !== undefined)
        return reject('请关联到该集中反映的首件', 'it must be linked to the first complaint of the cluster');
      return [{ type: 'ComplaintLinked', data: { to } }];
    },
  },
  UnlinkComplaint: {
    in: unmerged,
    otherwise: say(
      '只有已登记、未并入其他诉求的投诉才能移出集中反映',
      'only a registered complaint that is not merged can be taken out of a cluster',
    ),
    unless: [
      {
        when: (complaint) => knownOf(complaint).cluster === undefined,
        because: say('该投诉未列入集中反映', 'it is in no cluster'),
      },
    ],
    decide: () => [{ type: 'ComplaintUnlinked', data: {} }],
  },
};
