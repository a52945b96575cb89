import { usualCircumstances } from '@app/testing';
import { complaint } from '../complaint';
import { commonEvents } from './common-events';
import { decide, eventDefinition, evolve, ruleOf } from './decide';

const context = {
  at: '2018-06-04T09:00:00+08:00',
  by: { id: 'li-na', unit: 'gov-office', roles: [] },
  caseNumber: 'RX-2018-000001',
  ...usualCircumstances,
};

describe('a case', () => {
  it('does not take a command its type does not know', () =>
    expect(() => decide(complaint, complaint.initial, { type: 'LitigateComplaint', data: {} }, context)).toThrow(
      'a complaint knows no command LitigateComplaint',
    ));

  it('never passes over a stored event it does not know', () =>
    expect(() => evolve(complaint, complaint.initial, { type: 'ComplaintLitigated', data: {} })).toThrow(
      'a complaint knows no event ComplaintLitigated',
    ));

  it('is where it was when personal data is erased', () => {
    const routed = { status: 'routed', unit: 'water-works' };
    expect(evolve(complaint, routed, { type: 'PersonalDataErased', data: {} })).toBe(routed);
  });

  it('knows the events of its type and those common to all', () => {
    expect(eventDefinition(complaint, 'ComplaintRouted')).toBe(complaint.events.ComplaintRouted);
    expect(eventDefinition(complaint, 'PersonalDataErased')).toBe(commonEvents.PersonalDataErased);
    expect(eventDefinition(complaint, 'LetterRouted')).toBeUndefined();
  });

  it('is not misled by a name that every object has', () => {
    expect(() => ruleOf(complaint, 'constructor')).toThrow('a complaint knows no command constructor');
    expect(() => evolve(complaint, complaint.initial, { type: 'toString', data: {} })).toThrow('a complaint knows no event toString');
    expect(eventDefinition(complaint, 'valueOf')).toBeUndefined();
  });
});
