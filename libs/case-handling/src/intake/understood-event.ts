import { type Actor, Label } from '@app/cases';
import type { IntakeMessage } from '@app/messaging';
import { z } from 'zod';
import { checkOccurredAt } from '../clock';
import { ExecuteCaseCommand } from '../commands/execute-case.command';
import { Malformed, parseShape } from '../malformed';
import { derivedId } from '../recording/case-ids';
import type { IntakeOrigin } from '../recording/metadata';
import { intakeOrder, type IntakeOrder } from './intake-types';
import { UnknownEventType } from './record-intake-event.command';

const EventId = z.string().max(200);

/** An intake event that has been checked against the shape of what it orders. */
export interface UnderstoodEvent {
  readonly order: IntakeOrder;
  readonly origin: IntakeOrigin;
  readonly data: Readonly<Record<string, unknown>>;
  readonly occurredAt: string;
}

/** @throws UnknownEventType, Malformed */
export const understand = ({ id, source, type, subject, time, data }: IntakeMessage, now: Date): UnderstoodEvent => {
  const order = intakeOrder(type);
  if (!order) throw new UnknownEventType(type);
  const occurredAt = checkOccurredAt(time, '/time', now);
  if (occurredAt === undefined) throw new Malformed([{ pointer: '/time', message: 'is missing: when did it happen?' }]);
  if (!subject) throw new Malformed([{ pointer: '/subject', message: 'is missing: the work-order number' }]);
  return {
    order,
    origin: {
      receipt: derivedId('intake', source, id),
      source,
      id: parseShape(EventId, id, '/id'),
      type,
      subject: parseShape(Label, subject, '/subject'),
    },
    data: parseShape(order.command.shape, data, '/data'),
    occurredAt,
  };
};

/** The command that an event orders, to the case it speaks of; keyed, so that it counts once however often it is given. */
export const orderTo = (
  caseId: string,
  { order, origin, data, occurredAt }: UnderstoodEvent,
  { by, correlation, presumeNew }: { readonly by: Actor; readonly correlation?: string | undefined; readonly presumeNew?: boolean },
) =>
  new ExecuteCaseCommand({
    caseType: order.caseType,
    caseId,
    name: order.name,
    data,
    by,
    occurredAt,
    key: origin.receipt,
    correlation,
    presumeNew,
    intake: origin,
  });
