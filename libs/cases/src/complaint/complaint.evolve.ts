import type { Evolve } from '../kernel/decider';
import type { complaintEvents } from './complaint.events';
import { type Complaint, type Held, heldOf, type Known, knownOf, type Part, type Unanswered } from './complaint.state';

const received = (complaint: Complaint): Complaint => ({ ...knownOf(complaint), status: 'received' });

const dispatched =
  (designated: boolean) =>
  (complaint: Complaint, { unit }: { unit: string }): Complaint => ({
    ...knownOf(complaint),
    status: 'routed',
    held: { unit, joint: {}, signedIn: false, designated, extensions: 0, extensionAsked: false, reworks: 0 },
  });

/** With the unit that has it in hand, in this situation. */
const inHand =
  (status: Exclude<Unanswered['status'], 'received'>, change: (held: Held) => Partial<Held> = () => ({})) =>
  (complaint: Complaint): Complaint => {
    const held = heldOf(complaint);
    return held ? { ...knownOf(complaint), status, held: { ...held, ...change(held) } } : complaint;
  };

const knowing = (complaint: Complaint, change: Partial<Known>): Complaint =>
  'number' in complaint ? { ...complaint, ...change } : complaint;

const holding = (complaint: Complaint, change: (held: Held) => Partial<Held>): Complaint =>
  'held' in complaint && complaint.held ? { ...complaint, held: { ...complaint.held, ...change(complaint.held) } } : complaint;

const part =
  (how: Part | undefined) =>
  (complaint: Complaint, { unit }: { unit: string }): Complaint =>
    holding(complaint, ({ joint }) => {
      const { [unit]: _, ...others } = joint;
      return { joint: how ? { ...others, [unit]: how } : others };
    });

const answered = (complaint: Complaint, status: 'answered' | 'reviewed' = 'answered'): Complaint => ({
  ...knownOf(complaint),
  status,
  held: heldOf(complaint),
  attempts: 0,
});

const begunAnew = inHand('handling', () => ({ extensions: 0, extensionAsked: false, reworks: 0, termination: undefined }));

const closed = (complaint: Complaint): Complaint => ({ ...knownOf(complaint), status: 'closed', held: heldOf(complaint) });

const unchanged = (complaint: Complaint): Complaint => complaint;

export const evolveComplaint: Evolve<Complaint, typeof complaintEvents> = {
  ComplaintRegistered: (_, { caseNumber, accused = [], confidential = false, replyWanted = true }) => ({
    status: 'received',
    number: caseNumber,
    accused,
    confidential,
    replyWanted,
    level: 0,
    duplicates: [],
  }),
  ComplaintAnsweredDirectly: (complaint) => answered(complaint),
  ComplaintTransferredToEmergency: closed,
  ComplaintDeclined: closed,
  ComplaintReminded: unchanged,
  ComplaintSupplemented: unchanged,

  ComplaintRouted: dispatched(false),
  ComplaintUnitDesignated: dispatched(true),
  ComplaintSignedIn: inHand('handling', () => ({ signedIn: true })),
  ComplaintCoAssigned: part('assigned'),
  ComplaintCoSignedIn: part('signed-in'),
  ComplaintCoReplied: part('replied'),
  ComplaintCoReleased: part(undefined),
  ComplaintReturnRequested: inHand('return-review'),
  ComplaintReturned: received,
  ComplaintReturnRefused: (complaint) => inHand(heldOf(complaint)?.signedIn ? 'handling' : 'routed')(complaint),

  ComplaintCallerContacted: unchanged,
  ComplaintCallerNotReached: unchanged,
  ComplaintSubTasked: (complaint, { station }) => holding(complaint, () => ({ station })),
  ComplaintExtensionRequested: (complaint) => holding(complaint, () => ({ extensionAsked: true })),
  ComplaintExtended: (complaint) => holding(complaint, ({ extensions }) => ({ extensions: extensions + 1, extensionAsked: false })),
  ComplaintExtensionRefused: (complaint) => holding(complaint, () => ({ extensionAsked: false })),
  ComplaintTerminationProposed: (complaint, { ground }) => holding(complaint, () => ({ termination: ground })),
  ComplaintTerminated: closed,
  ComplaintAnswered: (complaint) => answered(complaint),

  ComplaintReviewed: (complaint) => answered(complaint, 'reviewed'),
  ComplaintSentBack: inHand('handling', ({ reworks }) => ({ reworks: reworks + 1, extensionAsked: false, termination: undefined })),
  ComplaintFollowUpAttempted: (complaint) => ('attempts' in complaint ? { ...complaint, attempts: complaint.attempts + 1 } : complaint),
  ComplaintRated: (complaint) => ({ ...knownOf(complaint), status: 'rated', held: heldOf(complaint) }),
  ComplaintClosed: closed,
  ComplaintReopened: (complaint, { status }) => (status === 'received' ? received(complaint) : begunAnew(complaint)),

  ComplaintEscalated: (complaint, { level }) => knowing(complaint, { level }),
  ComplaintInstructed: unchanged,
  ComplaintMeetingHeld: unchanged,
  ComplaintKeptConfidential: (complaint) => knowing(complaint, { confidential: true }),
  ComplaintUnitAccused: (complaint, { accused }) => knowing(complaint, { accused }),
  ComplaintTakenBack: received,

  ComplaintMerged: (complaint, { into, since }) => ({ ...knownOf(complaint), status: 'merged', into, since, was: complaint as Unanswered }),
  ComplaintUnmerged: (complaint) => ('was' in complaint ? { ...complaint.was, ...knownOf(complaint) } : complaint),
  ComplaintDuplicateJoined: (complaint, { duplicate }) => knowing(complaint, { duplicates: [...knownOf(complaint).duplicates, duplicate] }),
  ComplaintDuplicateLeft: (complaint, { duplicate }) =>
    knowing(complaint, { duplicates: knownOf(complaint).duplicates.filter((each) => each !== duplicate) }),
  ComplaintLinked: (complaint, { to }) => knowing(complaint, { cluster: to }),
  ComplaintUnlinked: (complaint) => knowing(complaint, { cluster: undefined }),
};
