import { policySpec } from '@app/testing';
import { caseTypes } from '../case-types';
import { contestedCase } from './contested-case.policy';
import { policies } from '.';

const { given } = policySpec(contestedCase);

const contested = '01890000-0000-7000-8000-0000000000d1';
const proceeding = '01890000-0000-7000-8000-0000000000a1';
const contests = { type: 'disclosure', id: contested };

describe('a contested case', () => {
  it.each([
    ['reconsideration', 'RecordDisclosureAppeal'],
    ['litigation', 'RecordDisclosureLitigation'],
  ])('has the %s recorded when it is filed', (kind, command) =>
    given({ type: 'ProceedingFiled', caseId: proceeding, data: { kind, contests } }).then({
      caseType: 'disclosure',
      caseId: contested,
      command,
      data: { proceeding },
    }),
  );

  it.each([
    ['reconsideration', 'RecordDisclosureAppealOutcome'],
    ['litigation', 'RecordDisclosureLitigationOutcome'],
  ])('has the end of the %s recorded', (kind, command) =>
    given({ type: 'ProceedingConcluded', caseId: proceeding, data: { kind, result: 'maintain', outcome: 'upheld', contests } }).then({
      caseType: 'disclosure',
      caseId: contested,
      command,
      data: { proceeding, outcome: 'upheld' },
    }),
  );

  it.each(['ProceedingFiled', 'ProceedingConcluded'])('is none when the proceeding contests something else: %s', (type) =>
    given({ type, data: { kind: 'litigation', outcome: 'other' } }).thenNothing(),
  );

  it('is not changed by its own events', () => given({ type: 'DisclosureAppealed', data: { proceeding } }).thenNothing());
});

describe('a policy', () => {
  const events = Object.values(caseTypes).flatMap((caseType) => Object.keys(caseType.events));

  it.each(policies)('$name waits for events that exist', ({ on }) => expect(events).toEqual(expect.arrayContaining(Object.keys(on))));

  it('has a name of its own', () => expect(new Set(policies.map(({ name }) => name)).size).toBe(policies.length));
});
