import type { Context, Role } from './context';
import { reasonAgainst, ruleOf } from './decide';
import type { CaseType, Situation } from './decider';
import type { CommandDefinitions } from './definitions';
import { type Sentence, say } from './sentence';

/** What may be done with a case now, and why not where it may not. */
export interface AllowedCommand {
  readonly command: string;
  readonly path: string;
  readonly title: Sentence;
  readonly allowed: boolean;
  readonly reason?: Sentence;
}

const notYours = say('您没有办理这一步的权限', 'your role does not include this step');

/** Every command of the type that people give, read from the rules that decide. Opening a case is not among them. */
export const allowedCommands = (caseType: CaseType, state: Situation, context: Context): AllowedCommand[] =>
  Object.entries(caseType.commands as CommandDefinitions)
    .filter(([command, { by: roles }]) => command !== caseType.opens && !roles.every((role) => role === 'policy'))
    .map(([command, { path, title, by: roles }]) => {
      const mine = roles.some((role: Role) => context.by.roles.includes(role));
      const reason = mine ? reasonAgainst(ruleOf(caseType, command), state, context) : notYours;
      return { command, path, title, allowed: !reason, ...(reason && { reason }) };
    });
