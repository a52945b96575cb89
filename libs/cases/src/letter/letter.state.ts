import type { Evolve } from '../kernel/decider';
import type { Publishing } from '../kernel/publication';
import type { letterEvents } from './letter.events';

/** What the sender said that rules ask for later. */
interface Said {
  readonly consent?: boolean | undefined;
}

interface Held extends Said {
  readonly unit: string;
}

interface Replied extends Held, Publishing {
  readonly ratingOver?: true;
}

export type Letter =
  | { readonly status: 'absent' }
  | (Said & { readonly status: 'received' | 'accepted' })
  | (Held & { readonly status: 'routed' | 'handling' | 'drafted' | 'approved' })
  | (Held & { readonly status: 'return-review'; readonly from: 'routed' | 'handling' })
  | (Replied & { readonly status: 'answered' | 'rated' })
  | (Said & { readonly status: 'closed'; readonly disposal?: string });

export const absentLetter: Letter = { status: 'absent' };

/** Situations in which the sender still waits for the reply. */
export const unanswered: readonly Letter['status'][] = [
  'received',
  'accepted',
  'routed',
  'handling',
  'return-review',
  'drafted',
  'approved',
];

const said = (letter: Letter): Said => ('consent' in letter ? { consent: letter.consent } : {});

/** The unit that a letter was assigned to; none before and after. */
export const unitOf = (letter: Letter): string => ('unit' in letter ? letter.unit : '');

/** What has become of the publication of its reply. */
export const publishingOf = (letter: Letter): Publishing => (letter.status === 'answered' || letter.status === 'rated' ? letter : {});

const held = (letter: Letter): Held => ({ ...said(letter), unit: unitOf(letter) });

const replied = (letter: Letter, change: Partial<Replied> & { readonly status?: 'rated' }): Letter =>
  letter.status === 'answered' || letter.status === 'rated' ? { ...letter, ...change } : letter;

export const evolveLetter: Evolve<Letter, typeof letterEvents> = {
  LetterRegistered: (_, { consent }) => ({ status: 'received', consent }),
  LetterAccepted: (letter) => ({ ...said(letter), status: 'accepted' }),
  LetterNotAccepted: (letter, { disposal }) => ({ ...said(letter), status: 'closed', disposal }),
  LetterTransferred: (letter, { disposal }) => ({ ...said(letter), status: 'closed', disposal }),
  LetterInstructed: (letter) => letter,
  LetterRouted: (letter, { unit }) => ({ ...said(letter), status: 'routed', unit }),
  LetterSignedIn: (letter) => ({ ...held(letter), status: 'handling' }),
  LetterReturnRequested: (letter) => ({
    ...held(letter),
    status: 'return-review',
    from: letter.status === 'routed' ? 'routed' : 'handling',
  }),
  LetterReturned: (letter) => ({ ...said(letter), status: 'accepted' }),
  LetterReturnRefused: (letter) => ({ ...held(letter), status: 'from' in letter ? letter.from : 'handling' }),
  LetterExtended: (letter) => letter,
  LetterReplyDrafted: (letter) => ({ ...held(letter), status: 'drafted' }),
  LetterDraftApproved: (letter) => ({ ...held(letter), status: 'approved' }),
  LetterDraftReturned: (letter) => ({ ...held(letter), status: 'handling' }),
  LetterAnswered: (letter, { unit }) => ({ ...said(letter), status: 'answered', unit }),
  LetterPublicationDecided: (letter, { publication, consent = said(letter).consent }) => replied(letter, { publication, consent }),
  LetterPublished: (letter) => replied(letter, { published: true }),
  LetterRated: (letter) => replied(letter, { status: 'rated' }),
  LetterRatingWindowClosed: (letter) => replied(letter, { ratingOver: true }),
  LetterSentBack: (letter) => ({ ...held(letter), status: 'handling' }),
  LetterClosed: (letter) => ({ ...said(letter), status: 'closed' }),
  LetterWithdrawn: (letter, { disposal }) => ({ ...said(letter), status: 'closed', disposal }),
  LetterReopened: (letter) => ({ ...said(letter), status: 'accepted' }),
};
