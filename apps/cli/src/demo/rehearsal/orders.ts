import { type Actor, policies } from '@app/cases';
import type { ProjectedEvent } from '@app/projections';
import type { Given } from './given';

const policyActor: Actor = { id: 'policy', unit: 'system', roles: ['policy'] };

/** What policies order because of an event, each with the id of the case it is for. */
export const ordersAfter = ({ type, id: caseId, occurredAt, data }: ProjectedEvent): (Given & { readonly id: string })[] =>
  policies.flatMap(({ on }) => {
    const order = on[type]?.({ type, caseId, occurredAt, data });
    return order ? [{ id: order.caseId, command: order.command, body: order.data, at: occurredAt, by: policyActor }] : [];
  });
