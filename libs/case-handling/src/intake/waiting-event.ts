import type { CaseEvent } from '@app/cases';
import type { IntakeMessage } from '@app/messaging';
import type { Fold } from '../recording/stream-writer';

/** What became of an event that could not be given to its case at once. */
export type WaitingState =
  | { readonly status: 'absent' }
  | { readonly status: 'parked' | 'rejected'; readonly reason: string }
  | { readonly status: 'released'; readonly caseType: string; readonly caseId: string };

export const waitingFold: Fold<WaitingState> = {
  initial: { status: 'absent' },
  evolve: (state, { type, data }) => {
    if (type === 'IntakeEventParked') return { status: 'parked', reason: data.reason };
    if (type === 'IntakeEventRejected') return { status: 'rejected', reason: data.reason };
    if (type === 'IntakeEventReleased') return { status: 'released', caseType: data.caseType, caseId: data.caseId };
    return state;
  },
};

/** It came before its predecessor: kept, whole and sealed, until its case is ready for it. */
export const parkedEvent = ({ time, data }: IntakeMessage, reason: string): CaseEvent => ({
  type: 'IntakeEventParked',
  data: { reason },
  personal: { time, payload: JSON.stringify(data ?? null) },
});

export const rejectedEvent = (reason: string): CaseEvent => ({ type: 'IntakeEventRejected', data: { reason } });

export const releasedEvent = (caseType: string, caseId: string): CaseEvent => ({ type: 'IntakeEventReleased', data: { caseType, caseId } });
