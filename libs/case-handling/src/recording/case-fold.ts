import { type CaseType, type CaseEvent, eventDefinition, evolve, type Situation } from '@app/cases';
import type { Fold } from './stream-writer';

/** A case as commands see it: its situation, and what is the same for every type. */
export interface CaseState {
  readonly situation: Situation;
  readonly caseNumber: string;
  /** The unit it was last routed to; undefined while the office holds it. */
  readonly holder: string | undefined;
  readonly erased: boolean;
}

const step = (caseType: CaseType, state: CaseState, event: CaseEvent): CaseState => {
  const situation = evolve(caseType, state.situation, event);
  switch (eventDefinition(caseType, event.type)?.milestone) {
    case 'received':
      return { ...state, situation, caseNumber: event.data.caseNumber };
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
      initial: { situation: caseType.initial, caseNumber: '', holder: undefined, erased: false },
      evolve: (state, event) => step(caseType, state, event),
    };
    folds.set(caseType.name, fold);
  }
  return fold;
};
