import { type CaseType, caseTypes } from '@app/cases';
import { CloudEvent } from 'cloudevents';
import type { DemoCase, IntakeStep } from '../plan/demo-plan';

/** The step as the hotline's own system would report it. */
export const cloudEventOf = ({ type }: DemoCase, { command, event, at, body }: IntakeStep): CloudEvent<IntakeStep['body']> => {
  const { intake } = (caseTypes[type] as CaseType).commands[command] ?? {};
  if (!intake) throw new Error(`${command} cannot be reported by an intake system`);
  return new CloudEvent({
    ...event,
    type: `cn.huiying.intake.${type}.${intake}.v1`,
    time: at,
    datacontenttype: 'application/json',
    data: body,
  });
};

/** Batched mode; the SDK has no call for it. */
export const batchOf = (events: readonly CloudEvent<unknown>[]): { readonly headers: Record<string, string>; readonly body: string } => ({
  headers: { 'content-type': 'application/cloudevents-batch+json' },
  body: JSON.stringify(events),
});
