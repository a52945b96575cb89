import type { Evolve } from '../kernel/decider';
import type { complaintEvents } from './complaint.events';

export type Complaint =
  | { readonly status: 'absent' }
  | { readonly status: 'received' }
  | { readonly status: 'routed'; readonly unit: string }
  | { readonly status: 'handling'; readonly unit: string }
  | { readonly status: 'answered'; readonly unit: string }
  | { readonly status: 'rated'; readonly unit: string }
  | { readonly status: 'closed' };

export const absentComplaint: Complaint = { status: 'absent' };

const unitOf = (complaint: Complaint): string => ('unit' in complaint ? complaint.unit : '');

export const evolveComplaint: Evolve<Complaint, typeof complaintEvents> = {
  ComplaintRegistered: () => ({ status: 'received' }),
  ComplaintRouted: (_, { unit }) => ({ status: 'routed', unit }),
  ComplaintSignedIn: (complaint) => ({ status: 'handling', unit: unitOf(complaint) }),
  ComplaintAnsweredDirectly: (_, { unit }) => ({ status: 'answered', unit }),
  ComplaintAnswered: (_, { unit }) => ({ status: 'answered', unit }),
  ComplaintRated: (complaint) => ({ status: 'rated', unit: unitOf(complaint) }),
  ComplaintReminded: (complaint) => complaint,
  ComplaintSupplemented: (complaint) => complaint,
  ComplaintClosed: () => ({ status: 'closed' }),
};
