import type { Actor, CaseType, Situation } from '@app/cases';
import { Command } from '@nestjs/cqrs';
import type { IntakeOrigin } from '../recording/metadata';

export interface CaseCommand {
  readonly caseType: CaseType;
  readonly caseId: string;
  /** Name of the command in the type's table. */
  readonly name: string;
  /** Already checked against the command's shape. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly by: Actor;
  /** Business time; the server's clock when absent. */
  readonly occurredAt?: string | undefined;
  /** The key under which the caller may repeat the command. */
  readonly key?: string | undefined;
  /** The revision the caller has seen. */
  readonly expected?: number | undefined;
  /** No event of the case is known to the caller, who has looked: see `WriteRequest`. */
  readonly presumeNew?: boolean | undefined;
  readonly correlation?: string | undefined;
  readonly intake?: IntakeOrigin | undefined;
}

export interface CaseCommandResult {
  readonly caseType: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly status: Situation['status'];
  readonly revision: number;
  /** Where the log stood after it; pass it as `minPosition` to see its effect. */
  readonly position: number;
  readonly repeated: boolean;
  readonly events: readonly string[];
}

/** Gives a command to a case, or opens one. */
export class ExecuteCaseCommand extends Command<CaseCommandResult> {
  constructor(readonly order: CaseCommand) {
    super();
  }
}
