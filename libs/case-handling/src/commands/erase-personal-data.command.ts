import type { Actor, CaseType } from '@app/cases';
import { Command } from '@nestjs/cqrs';

export interface Erased {
  readonly revision: number;
  readonly position: number;
}

/** Makes the personal data of a case unreadable for good. Its events, their hashes and every figure stay. */
export class ErasePersonalDataCommand extends Command<Erased> {
  constructor(
    readonly caseType: CaseType,
    readonly caseId: string,
    readonly by: Actor,
  ) {
    super();
  }
}
