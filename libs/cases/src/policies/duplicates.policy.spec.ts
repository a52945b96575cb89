import { policySpec } from '@app/testing';
import { caseTypes } from '../case-types';
import { duplicateComplaint, duplicateProposal } from './duplicates.policy';

const primary = '01890000-0000-7000-8000-0000000000c1';
const duplicate = '01890000-0000-7000-8000-0000000000c2';

describe.each([
  ['complaint', 'Complaint', duplicateComplaint],
  ['proposal', 'Proposal', duplicateProposal],
] as const)('a %s that others are merged into', (caseType, noun, policy) => {
  const { given } = policySpec(policy);

  it('is told of each', () =>
    given({ type: `${noun}Merged`, caseId: duplicate, data: { into: primary } }).then({
      caseType,
      caseId: primary,
      command: `Record${noun}Duplicate`,
      data: { duplicate },
    }));

  it('is told when one is taken out again', () =>
    given({ type: `${noun}Unmerged`, caseId: duplicate, data: { from: primary } }).then({
      caseType,
      caseId: primary,
      command: `Record${noun}DuplicateWithdrawn`,
      data: { duplicate },
    }));

  it('is not changed by its own events', () => given({ type: `${noun}DuplicateJoined`, data: { duplicate } }).thenNothing());

  it('knows the events and takes the commands', () => {
    expect(Object.keys(caseTypes[caseType].events)).toEqual(expect.arrayContaining(Object.keys(policy.on)));
    expect(Object.keys(caseTypes[caseType].rules)).toEqual(
      expect.arrayContaining([`Record${noun}Duplicate`, `Record${noun}DuplicateWithdrawn`]),
    );
  });
});
