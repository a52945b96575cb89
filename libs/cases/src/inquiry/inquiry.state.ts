import type { Evolve } from '../kernel/decider';
import type { inquiryEvents } from './inquiry.events';

export type Inquiry =
  | { readonly status: 'absent' }
  | { readonly status: 'received' }
  | { readonly status: 'routed'; readonly unit: string }
  | { readonly status: 'handling'; readonly unit: string }
  | { readonly status: 'answered' }
  | { readonly status: 'rated' }
  | { readonly status: 'closed' };

export const absentInquiry: Inquiry = { status: 'absent' };

export const evolveInquiry: Evolve<Inquiry, typeof inquiryEvents> = {
  InquiryRegistered: () => ({ status: 'received' }),
  InquiryRouted: (_, { unit }) => ({ status: 'routed', unit }),
  InquirySignedIn: (inquiry) => ({ status: 'handling', unit: 'unit' in inquiry ? inquiry.unit : '' }),
  InquiryAnswered: () => ({ status: 'answered' }),
  InquiryRated: () => ({ status: 'rated' }),
  InquiryClosed: () => ({ status: 'closed' }),
};
