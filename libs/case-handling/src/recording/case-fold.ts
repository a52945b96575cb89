import { type CaseType, type CaseEvent, eventDefinition, evolve, type Situation } from '@app/cases';
import type { Fold } from './stream-writer';

/** A case as commands see it: its situation, and what is the same for every type. */
export interface CaseState {
  readonly situation: Situation;
  readonly caseNumber: string;
  /** Business time of its receipt; nothing happened to it before. */
  readonly receivedAt: string;
  /** The unit it was last routed to; undefined while the office holds it. */
  readonly holder: string | undefined;
  readonly erased: boolean;
}

const step = (caseType: CaseType, state: CaseState, event: CaseEvent, occurredAt: string): CaseState => {
  const situation = evolve(caseType, state.situation, event);
  switch (eventDefinition(caseType, event.type)?.milestone) {
    case 'received':
      return { ...state, situation, caseNumber: event.data.caseNumber, receivedAt: occurredAt };
    case 'routed':
      return { ...state, situation, holder: event.data.unit };
    case 'erased':
      return { ...state, situation, erased: true };
    default:
      return { ...state, situation };
  }
};

const folds = new Map<string, Fold<CaseState>>();

/** How the events of this type of case become a state. */
export const caseFold = (caseType: CaseType): Fold<CaseState> => {
  let fold = folds.get(caseType.name);
  if (!fold) {
    fold = {
      initial: { situation: caseType.initial, caseNumber: '', receivedAt: '', holder: undefined, erased: false },
      evolve: (state, event, occurredAt) => step(caseType, state, event, occurredAt),
    };
    folds.set(caseType.name, fold);
  }
  return fold;
};
