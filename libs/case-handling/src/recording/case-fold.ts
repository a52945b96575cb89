import { businessDate, type CaseType, type CaseEvent, eventDefinition, evolve, type Milestone, type Situation } from '@app/cases';
import type { Custody } from '../commands/authority';
import type { Fold } from './stream-writer';

/** A case as commands see it: its situation, and what is the same for every type. */
export interface CaseState extends Custody {
  readonly situation: Situation;
  readonly caseNumber: string;
  /** Business time of its receipt; nothing happened to it before. */
  readonly receivedAt: string;
  /** The latest business date on which something happened to it. */
  readonly lastOn: string;
  readonly erased: boolean;
}

type Change = (state: CaseState, data: Readonly<Record<string, any>>, occurredAt: string) => Partial<CaseState>;

const changes: { readonly [M in Milestone]?: Change } = {
  received: (_, { caseNumber, accused = [], confidential = false }, receivedAt) => ({ caseNumber, receivedAt, accused, confidential }),
  routed: (_, { unit }) => ({ holders: [unit] }),
  'co-assigned': ({ holders }, { unit }) => ({ holders: [...holders.filter((each) => each !== unit), unit] }),
  'co-released': ({ holders }, { unit }) => ({ holders: holders.filter((each) => each !== unit) }),
  returned: () => ({ holders: [] }),
  accused: (_, { accused }) => ({ accused }),
  'kept-confidential': () => ({ confidential: true }),
  erased: () => ({ erased: true }),
};

export const later = (one: string, other: string): string => (other > one ? other : one);

const step = (caseType: CaseType, state: CaseState, event: CaseEvent, occurredAt: string): CaseState => {
  const situation = evolve(caseType, state.situation, event, occurredAt);
  const lastOn = later(state.lastOn, businessDate(occurredAt));
  const change = changes[eventDefinition(caseType, event.type)?.milestone ?? 'noted'];
  return { ...state, situation, lastOn, ...change?.(state, event.data, occurredAt) };
};

const folds = new Map<string, Fold<CaseState>>();

/** How the events of this type of case become a state. */
export const caseFold = (caseType: CaseType): Fold<CaseState> => {
  let fold = folds.get(caseType.name);
  if (!fold) {
    fold = {
      initial: {
        situation: caseType.initial,
        caseNumber: '',
        receivedAt: '',
        lastOn: '',
        holders: [],
        accused: [],
        confidential: false,
        erased: false,
      },
      evolve: (state, event, occurredAt) => step(caseType, state, event, occurredAt),
    };
    folds.set(caseType.name, fold);
  }
  return fold;
};
