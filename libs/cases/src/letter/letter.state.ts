import type { Evolve } from '../kernel/decider';
import type { letterEvents } from './letter.events';

export type Letter =
  | { readonly status: 'absent' }
  | { readonly status: 'received' }
  | { readonly status: 'routed'; readonly unit: string }
  | { readonly status: 'handling'; readonly unit: string }
  | { readonly status: 'answered' }
  | { readonly status: 'rated' }
  | { readonly status: 'closed' };

export const absentLetter: Letter = { status: 'absent' };

export const evolveLetter: Evolve<Letter, typeof letterEvents> = {
  LetterRegistered: () => ({ status: 'received' }),
  LetterRouted: (_, { unit }) => ({ status: 'routed', unit }),
  LetterSignedIn: (letter) => ({ status: 'handling', unit: 'unit' in letter ? letter.unit : '' }),
  LetterAnswered: () => ({ status: 'answered' }),
  LetterRated: () => ({ status: 'rated' }),
  LetterClosed: () => ({ status: 'closed' }),
};
