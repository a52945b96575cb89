import type { Evolve } from '../kernel/decider';
import type { Publishing } from '../kernel/publication';
import type { inquiryEvents } from './inquiry.events';

/** What the netizen said that rules ask for later. */
interface Said {
  readonly openly?: boolean | undefined;
}

interface Held extends Said {
  readonly unit: string;
}

interface Responded extends Held, Publishing {
  readonly ratingOver?: true;
}

export type Inquiry =
  | { readonly status: 'absent' }
  | (Said & { readonly status: 'received' | 'accepted' })
  | (Held & { readonly status: 'routed' | 'handling' | 'drafted' | 'approved' })
  | (Held & { readonly status: 'return-review'; readonly from: 'routed' | 'handling' })
  | (Responded & { readonly status: 'answered' | 'rated' })
  | (Said & { readonly status: 'closed'; readonly disposal?: string });

export const absentInquiry: Inquiry = { status: 'absent' };

/** Situations in which the netizen still waits for the response. */
export const unanswered: readonly Inquiry['status'][] = [
  'received',
  'accepted',
  'routed',
  'handling',
  'return-review',
  'drafted',
  'approved',
];

const said = (inquiry: Inquiry): Said => ('openly' in inquiry ? { openly: inquiry.openly } : {});

/** The unit that an inquiry was assigned to; none before and after. */
export const unitOf = (inquiry: Inquiry): string => ('unit' in inquiry ? inquiry.unit : '');

/** The question was not put in public. */
export const asksNotToBeSeen = (inquiry: Inquiry): boolean => said(inquiry).openly === false;

/** What has become of the publication of its response. */
export const publishingOf = (inquiry: Inquiry): Publishing => (inquiry.status === 'answered' || inquiry.status === 'rated' ? inquiry : {});

const held = (inquiry: Inquiry): Held => ({ ...said(inquiry), unit: unitOf(inquiry) });

const responded = (inquiry: Inquiry, change: Partial<Responded> & { readonly status?: 'rated' }): Inquiry =>
  inquiry.status === 'answered' || inquiry.status === 'rated' ? { ...inquiry, ...change } : inquiry;

export const evolveInquiry: Evolve<Inquiry, typeof inquiryEvents> = {
  InquiryRegistered: (_, { openly }) => ({ status: 'received', openly }),
  InquiryAccepted: (inquiry) => ({ ...said(inquiry), status: 'accepted' }),
  InquiryNotAccepted: (inquiry, { disposal }) => ({ ...said(inquiry), status: 'closed', disposal }),
  InquiryTransferred: (inquiry, { disposal }) => ({ ...said(inquiry), status: 'closed', disposal }),
  InquiryRouted: (inquiry, { unit }) => ({ ...said(inquiry), status: 'routed', unit }),
  InquirySignedIn: (inquiry) => ({ ...held(inquiry), status: 'handling' }),
  InquiryReturnRequested: (inquiry) => ({
    ...held(inquiry),
    status: 'return-review',
    from: inquiry.status === 'routed' ? 'routed' : 'handling',
  }),
  InquiryReturned: (inquiry) => ({ ...said(inquiry), status: 'accepted' }),
  InquiryReturnRefused: (inquiry) => ({ ...held(inquiry), status: 'from' in inquiry ? inquiry.from : 'handling' }),
  InquiryExtended: (inquiry) => inquiry,
  InquiryResponseDrafted: (inquiry) => ({ ...held(inquiry), status: 'drafted' }),
  InquiryDraftApproved: (inquiry) => ({ ...held(inquiry), status: 'approved' }),
  InquiryDraftReturned: (inquiry) => ({ ...held(inquiry), status: 'handling' }),
  InquiryAnswered: (inquiry, { unit }) => ({ ...said(inquiry), status: 'answered', unit }),
  InquiryPublicationDecided: (inquiry, { publication }) => responded(inquiry, { publication }),
  InquiryPublished: (inquiry, { publication }) => responded(inquiry, { publication, published: true }),
  InquiryRated: (inquiry) => responded(inquiry, { status: 'rated' }),
  InquiryRatingWindowClosed: (inquiry) => responded(inquiry, { ratingOver: true }),
  InquirySentBack: (inquiry) => ({ ...held(inquiry), status: 'handling' }),
  InquiryClosed: (inquiry) => ({ ...said(inquiry), status: 'closed' }),
  InquiryWithdrawn: (inquiry, { disposal }) => ({ ...said(inquiry), status: 'closed', disposal }),
  InquiryReopened: (inquiry) => ({ ...said(inquiry), status: 'accepted' }),
};
