import type { Actor } from '@app/cases';
import type { CommandStep, DemoStep, RegisterStep } from './demo-plan';
import { type Moment, toInstant } from './working-time';

/** A step that staff take. */
export const staffStep = (at: Moment, actor: Actor, command: string, body: DemoStep['body'] = {}): CommandStep => ({
  kind: 'command',
  at: toInstant(at),
  actor,
  command,
  body,
});

/** A case that staff open by hand. */
export const registerStep = (at: Moment, actor: Actor, command: string, body: DemoStep['body']): RegisterStep => ({
  ...staffStep(at, actor, command, body),
  kind: 'register',
});

/** Steps in the order in which they are taken; those of one moment stay as they are told. */
export const inOrder = (steps: readonly DemoStep[]): DemoStep[] => steps.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
