import { type CaseEvent, caseTypes, type CaseType, isRejection, reject } from '@app/cases';
import { usualCircumstances } from '@app/testing';
import { notToAccused } from './assignments';

const complaint = caseTypes.complaint as unknown as CaseType;
const routed = (unit: string): CaseEvent => ({ type: 'ComplaintRouted', data: { unit } });
const answered = (unit: string): CaseEvent => ({ type: 'ComplaintAnsweredDirectly', data: { unit } });

const verdict = (accused: readonly string[], ...events: readonly CaseEvent[]) =>
  isRejection(notToAccused(events, complaint, accused, usualCircumstances.units)) ? 'refused' : 'stands';

describe('a report of wrongdoing', () => {
  it('is given neither to the unit it is about nor to one under it', () => {
    expect(verdict(['urban-management'], routed('urban-management'))).toBe('refused');
    expect(verdict(['urban-management'], routed('urban-station'))).toBe('refused');
    expect(verdict(['urban-management', 'water-works'], routed('gov-office'), routed('water-works'))).toBe('refused');
  });

  it('about a station may be given to the bureau above it, and to everybody else', () => {
    expect(verdict(['urban-station'], routed('urban-management'))).toBe('stands');
    expect(verdict(['urban-management'], routed('water-works'))).toBe('stands');
    expect(verdict([], routed('urban-management'))).toBe('stands');
  });

  it('names the unit in the same breath', () => {
    const named = { type: 'ComplaintRegistered', data: { accused: ['water-works'] } };
    expect(verdict([], named, routed('water-works'))).toBe('refused');
  });

  it('may speak of the unit in what gives it nothing', () => {
    expect(verdict(['gov-office'], answered('gov-office'))).toBe('stands');
  });

  it('is refused for its own reason where there is one already', () => {
    const refused = reject('不行', 'no');
    expect(notToAccused(refused, complaint, ['water-works'], usualCircumstances.units)).toBe(refused);
  });
});
