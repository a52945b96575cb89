import { policySpec } from '@app/testing';
import { splitRequest } from './split-request.policy';

const { given } = policySpec(splitRequest);

const whole = '01890000-0000-7000-8000-0000000000e1';
const part = '01890000-0000-7000-8000-0000000000e2';

describe('a request that was split from another', () => {
  it('is recorded on that one', () =>
    given({ type: 'DisclosureRegistered', caseId: part, data: { splitFrom: whole } }).then({
      caseType: 'disclosure',
      caseId: whole,
      command: 'RecordDisclosureSplit',
      data: { part },
    }));

  it('is told from a request of its own', () => given({ type: 'DisclosureRegistered', data: {} }).thenNothing());
});
