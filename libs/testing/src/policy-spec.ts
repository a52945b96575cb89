import type { Order, Policy, PolicyEvent } from '@app/cases';

/** `given(an event).then(the order)`. */
export const policySpec = (policy: Policy) => ({
  given: (event: Pick<PolicyEvent, 'type' | 'data'> & Partial<PolicyEvent>) => {
    const told: PolicyEvent = { caseId: '01890000-0000-7000-8000-000000000001', occurredAt: '2018-06-04T01:00:00Z', ...event };
    const order = policy.on[event.type]?.(told);
    return {
      // oxlint-disable-next-line unicorn/no-thenable -- unfinished, the sentence is awaited and fails
      then: (expected: Order) => expect(order).toEqual(expected),
      thenNothing: () => expect(order).toBeUndefined(),
    };
  },
});
