import type { DemoPlan, DemoStep } from '../plan/demo-plan';
import { type Office, openOffice } from './office';

/** Plays a plan on the rules alone, in time order over all cases. @throws at the first step that is not allowed, naming it */
export const rehearse = ({ cases }: DemoPlan): Office => {
  const office = openOffice();
  const ids = new Map<string, string>();
  const steps = cases.flatMap((each) => each.steps.map((step, index) => ({ ...each, step, index })));
  const inOrder = steps.toSorted((a, b) => Date.parse(a.step.at) - Date.parse(b.step.at));
  for (const { key, type, step, index } of inOrder) {
    try {
      const given = { command: step.command, body: bodyOf(step, ids), at: step.at, by: step.actor };
      if (index === 0) ids.set(key, office.open(type, given).caseId);
      else office.act(ids.get(key) ?? '', given);
    } catch (error) {
      throw new Error(`${key} step ${index + 1} (${step.command} at ${step.at}): ${String(error)}`, { cause: error });
    }
  }
  return office;
};

const bodyOf = (step: DemoStep, ids: ReadonlyMap<string, string>): DemoStep['body'] => ({
  ...step.body,
  ...(step.kind === 'register' && step.contests && { contests: { type: 'disclosure', id: ids.get(step.contests) } }),
  ...(step.kind === 'command' && step.into && { into: ids.get(step.into) }),
});
