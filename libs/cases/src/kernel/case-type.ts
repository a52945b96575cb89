import { correctionCommand, correctionName, correctionRule } from './corrections';
import type { CaseType, Situation } from './decider';
import type { CommandDefinitions, EventDefinitions } from './definitions';

/** A case type, with the steps that are the same for all types added to its own. */
export const defineCaseType = <S extends Situation, C extends CommandDefinitions, E extends EventDefinitions>(
  definition: CaseType<S, C, E>,
): CaseType<S, C, E> => {
  const { name, corrects, commands, rules } = definition;
  if (!corrects) return definition;
  const correct = correctionName(name);
  return {
    ...definition,
    commands: { ...commands, [correct]: correctionCommand(corrects) },
    rules: { ...rules, [correct]: correctionRule(corrects) },
  };
};
