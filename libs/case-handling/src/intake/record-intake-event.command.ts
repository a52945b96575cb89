import type { Actor } from '@app/cases';
import type { IntakeMessage } from '@app/messaging';
import { Command } from '@nestjs/cqrs';

/** What the intake system is told about one of its events, and told again whenever it repeats it. */
export interface IntakeReceipt {
  readonly receiptId: string;
  readonly status: 'recorded' | 'duplicate' | 'parked' | 'rejected';
  readonly caseType?: string;
  readonly caseId?: string;
  readonly caseNumber?: string;
  readonly position?: number;
  /** Why it waits or was refused. */
  readonly reason?: string;
}

/** The type or version of the event is not one of ours. */
export class UnknownEventType extends Error {
  override readonly name = 'UnknownEventType';
  constructor(readonly eventType: string) {
    super(`unknown event type ${eventType}`);
  }
}

/** Records one event of an intake system, once, however often it comes. */
export class RecordIntakeEventCommand extends Command<IntakeReceipt> {
  constructor(
    readonly message: IntakeMessage,
    readonly by: Actor,
    readonly correlation?: string,
  ) {
    super();
  }
}
