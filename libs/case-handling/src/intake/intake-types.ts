import { type CaseType, caseTypes, type CommandDefinition } from '@app/cases';

/** What a type of intake event orders. */
export interface IntakeOrder {
  readonly caseType: CaseType;
  /** Name of the command in the type's table. */
  readonly name: string;
  readonly command: CommandDefinition;
  /** True when it opens a case; otherwise it speaks of one that was reported before. */
  readonly opens: boolean;
}

const orders = new Map<string, IntakeOrder>();
for (const caseType of Object.values(caseTypes) as CaseType[])
  for (const [name, command] of Object.entries(caseType.commands) as [string, CommandDefinition][])
    if (command.intake)
      orders.set(`cn.huiying.intake.${caseType.name}.${command.intake}.v1`, { caseType, name, command, opens: name === caseType.opens });

/** What an event of this type orders; undefined for a type or version that is not known. */
export const intakeOrder = (type: string): IntakeOrder | undefined => orders.get(type);

/** Every type an intake system may send. */
export const intakeTypes: readonly string[] = [...orders.keys()];

/** The types of case that an intake system can open. */
export const openingTypes: readonly CaseType[] = [...orders.values()].filter(({ opens }) => opens).map(({ caseType }) => caseType);
