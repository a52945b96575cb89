import type { Context } from '../kernel/context';
import type { Decision } from '../kernel/decider';
import type { Length } from '../kernel/due';
import type { Situation } from '../kernel/situation';
import type { ComplaintEvent } from './complaint.events';
import { objectionTo } from './complaint.grounds';
import { awaited, type Complaint, knownOf } from './complaint.state';
import { dueWithin } from './complaint.terms';

/** An order as the hotline writes it out. */
export interface Order {
  readonly unit: string;
  readonly joint?: readonly string[] | undefined;
  readonly instruction?: string | undefined;
  readonly limit?: Length | undefined;
}

/** A part of it for each joint unit, each with its own clock; one for each however often it is named, and none for those that have one. */
export const parts = (units: readonly string[], have: readonly string[], context: Context): ComplaintEvent[] =>
  [...new Set(units)]
    .filter((unit) => !have.includes(unit))
    .map((unit) => {
      const by = dueWithin(context.local.complaint.jointWithin, 'hotline-co-unit', context);
      return { type: 'ComplaintCoAssigned', data: { unit, by, limits: { [`co-unit:${unit}`]: by } } };
    });

export const released = (units: readonly string[], state: Situation): ComplaintEvent[] =>
  units.map((unit) => {
    const clock = `co-unit:${unit}`;
    return { type: 'ComplaintCoReleased', data: { unit, ...(state.clocks?.[clock] && { limits: { [clock]: null } }) } };
  });

/** The clocks that an order starts. A unit named for good has no window to return it; who wants no reply need not be rung (Jinan 2018 art. 24). */
const limitsOf = (type: 'ComplaintRouted' | 'ComplaintUnitDesignated', complaint: Complaint, context: Context) => {
  const { signIn, returnWithin, contactWithin } = context.local.complaint;
  return {
    'sign-in': dueWithin(signIn, 'hotline-sign-in', context),
    ...(type === 'ComplaintRouted' && { return: dueWithin(returnWithin, 'hotline-return', context) }),
    ...(contactWithin && knownOf(complaint).replyWanted && { contact: dueWithin(contactWithin, 'hotline-contact', context) }),
  };
};

/** The order goes out to the lead and the joint units. A limit printed on it takes the place of the ordinary one (Beijing 2021). */
export const dispatched = (
  type: 'ComplaintRouted' | 'ComplaintUnitDesignated',
  complaint: Complaint & Situation,
  { unit, joint = [], instruction, limit }: Order,
  context: Context,
): Decision<ComplaintEvent> => {
  const due = limit && dueWithin(limit, 'hotline-order', context);
  const limits = limitsOf(type, complaint, context);
  return (
    objectionTo([unit, ...joint], complaint, context.units) ?? [
      ...released(awaited(complaint), complaint),
      { type, data: { unit, due, limits }, personal: { instruction } },
      ...parts(joint, [unit], context),
    ]
  );
};
