import { policySpec } from '@app/testing';
import { orderedAnew } from './ordered-anew.policy';

const { given } = policySpec(orderedAnew);

const proceeding = '01890000-0000-7000-8000-0000000000a1';
const contests = { type: 'disclosure', id: '01890000-0000-7000-8000-0000000000d1' };
const redo = { amount: 15, unit: 'working-day' };
const ended = { kind: 'reconsideration', result: 'revoke', outcome: 'corrected' };

// Reconsideration Law 2023 arts 64, 66; Administrative Litigation Law arts 70, 72.
describe('a decision that orders the agency to act anew', () => {
  it('sets the contested request the term of the decision', () =>
    given({ type: 'ProceedingConcluded', caseId: proceeding, data: { ...ended, contests, redo } }).then({
      caseType: 'disclosure',
      caseId: contests.id,
      command: 'RevokeDisclosureAnswer',
      data: { proceeding, term: redo },
    }));

  it('is none when no term is given, or nothing on record is contested', () => {
    given({ type: 'ProceedingConcluded', data: { ...ended, contests } }).thenNothing();
    given({ type: 'ProceedingConcluded', data: { ...ended, redo } }).thenNothing();
  });

  it('is none before it takes effect', () => given({ type: 'ProceedingJudged', data: { result: 'revoke', redo, contests } }).thenNothing());
});
