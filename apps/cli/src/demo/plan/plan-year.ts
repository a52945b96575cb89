import { planComplaints } from './complaints';
import type { DemoCase, DemoPlan } from './demo-plan';
import { planDisclosures, planProceedings } from './disclosures';
import { planFigures } from './figures';
import { planInquiries, planLetters } from './letters';
import { planProposals } from './proposals';

const openedAt = ({ steps }: DemoCase): number => Date.parse(steps[0]?.at ?? '');

/**
 * Yongshun county's year 2018: cases that add up to every figure of its published report, with the traffic across both ends of the
 * year, and the figures the office declared. Names, places of detail and texts are invented; another seed gives another story and the
 * same figures.
 */
export const planYear = (seed = 2018): DemoPlan => {
  const cases = [
    ...planComplaints(seed),
    ...planLetters(seed),
    ...planProposals(seed),
    ...planInquiries(seed),
    ...planDisclosures(seed),
    ...planProceedings(seed),
  ].toSorted((a, b) => openedAt(a) - openedAt(b) || (a.key < b.key ? -1 : 1));
  return { seed, cases, figures: planFigures(seed) };
};
