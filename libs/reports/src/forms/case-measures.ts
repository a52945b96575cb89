import type { Measure } from '../measure';

// "Responded to" (回应, 办理) is said of the day of the reply; of the hotline the reports say 办结, the day of closing.
export const inquiriesAnswered: Measure = { basis: 'answered', where: { case_type: 'inquiry' } };
export const lettersAnswered: Measure = { basis: 'answered', where: { case_type: 'letter' } };
export const proposalsAnswered: Measure = { basis: 'answered', where: { case_type: 'proposal' } };
export const complaintsClosed: Measure = { basis: 'closed', where: { case_type: 'complaint' } };

export const requestsReceived = (...channel: string[]): Measure => ({
  basis: 'received',
  where: { case_type: 'disclosure', ...(channel.length && { channel }) },
});

export const requestsAnswered = (where: Measure['where'] = {}): Measure => ({
  basis: 'answered',
  where: { case_type: 'disclosure', ...where },
});

export type ProceedingKind = 'reconsideration' | 'litigation';

export const proceedingsFiled = (kind: ProceedingKind, where: Measure['where'] = {}): Measure => ({
  basis: 'received',
  where: { case_type: 'proceeding', kind, ...where },
});

export const proceedingsConcluded = (kind: ProceedingKind, outcome: string): Measure => ({
  basis: 'closed',
  where: { case_type: 'proceeding', kind, outcome },
});
