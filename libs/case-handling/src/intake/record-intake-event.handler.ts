import type { CaseEvent } from '@app/cases';
import { KeyStore } from '@app/event-store';
import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BusinessClock } from '../business-clock';
import type { CaseCommandResult } from '../commands/execute-case.command';
import { caseFold } from '../recording/case-fold';
import { streamOf } from '../recording/case-ids';
import { KeyReused, NotAllowed } from '../recording/errors';
import { fingerprintOf } from '../recording/fingerprint';
import { StreamWriter } from '../recording/stream-writer';
import { CaseLookup } from './case-lookup';
import { openingTypes } from './intake-types';
import { KnownIds, type Novelty } from './known-ids';
import { type IntakeReceipt, RecordIntakeEventCommand } from './record-intake-event.command';
import { orderTo, understand, type UnderstoodEvent } from './understood-event';
import { parkedEvent, rejectedEvent, waitingFold, type WaitingState } from './waiting-event';

const notYetReceived = '尚未收到该工单的登记事件，先行留存，待登记后自动办理 (its work order has not been received yet)';

@CommandHandler(RecordIntakeEventCommand)
export class RecordIntakeEventHandler implements ICommandHandler<RecordIntakeEventCommand> {
  constructor(
    private readonly commands: CommandBus,
    private readonly writer: StreamWriter,
    private readonly lookup: CaseLookup,
    private readonly known: KnownIds,
    private readonly keys: KeyStore,
    private readonly clock: BusinessClock,
  ) {}

  async execute(command: RecordIntakeEventCommand): Promise<IntakeReceipt> {
    const event = understand(command.message, this.clock.now());
    return this.known.once(event.origin, async (novelty) =>
      event.order.opens ? this.open(event, command, novelty) : this.report(event, command, novelty),
    );
  }

  private async open(event: UnderstoodEvent, command: RecordIntakeEventCommand, novelty: Novelty): Promise<IntakeReceipt> {
    const { order, origin } = event;
    if (novelty === 'uncertain') await this.refuseOtherType(event);
    const receipt = await this.give(event, origin.receipt, command, novelty === 'new');
    this.lookup.opened(order.caseType.name, origin.source, origin.subject, origin.receipt);
    return receipt;
  }

  private async report(event: UnderstoodEvent, command: RecordIntakeEventCommand, novelty: Novelty): Promise<IntakeReceipt> {
    return (novelty === 'new' ? undefined : await this.knownAnswer(event, command)) ?? this.follow(event, command);
  }

  /** Two cases must not have one id. Where rows and the end of the log do not tell, the streams do. */
  private async refuseOtherType({ origin, order }: UnderstoodEvent): Promise<void> {
    for (const other of openingTypes) {
      if (other === order.caseType) continue;
      const { revision } = await this.writer.read(streamOf(other.name, origin.receipt), caseFold(other));
      if (revision >= 0) throw new KeyReused(origin.id);
    }
  }

  /** An event that was parked or refused before gets the same answer again. */
  private async knownAnswer(event: UnderstoodEvent, command: RecordIntakeEventCommand): Promise<IntakeReceipt | undefined> {
    const { revision, state } = await this.writer.read(streamOf('intake', event.origin.receipt), waitingFold);
    return revision < 0 || state.status === 'released' ? undefined : this.setAside(event, command, []);
  }

  private async follow(event: UnderstoodEvent, command: RecordIntakeEventCommand): Promise<IntakeReceipt> {
    const { order, origin } = event;
    const caseId = await this.lookup.find(order.caseType.name, origin.source, origin.subject);
    if (caseId === undefined) return this.setAside(event, command, [parkedEvent(command.message, notYetReceived)]);
    try {
      return await this.give(event, caseId, command);
    } catch (error) {
      if (!(error instanceof NotAllowed)) throw error;
      const { state } = await this.writer.read(streamOf(order.caseType.name, caseId), caseFold(order.caseType));
      const reason = `${error.reason.zh} (${error.reason.en})`;
      const closed = state.situation.status === 'closed';
      return this.setAside(event, command, [closed ? rejectedEvent(reason) : parkedEvent(command.message, reason)]);
    }
  }

  private async give(
    event: UnderstoodEvent,
    to: string,
    { by, correlation }: RecordIntakeEventCommand,
    presumeNew = false,
  ): Promise<IntakeReceipt> {
    const { caseType, caseId, caseNumber, position, repeated }: CaseCommandResult = await this.commands.execute(
      orderTo(to, event, { by, correlation, presumeNew }),
    );
    return { receiptId: event.origin.receipt, status: repeated ? 'duplicate' : 'recorded', caseType, caseId, caseNumber, position };
  }

  /** Records in a stream of its own what became of an event that its case did not take. */
  private async setAside(
    { origin, data, occurredAt }: UnderstoodEvent,
    { by, correlation }: RecordIntakeEventCommand,
    decision: readonly CaseEvent[],
  ): Promise<IntakeReceipt> {
    const { state, position } = await this.writer.write({
      stream: streamOf('intake', origin.receipt),
      fold: waitingFold,
      metadata: {
        occurredAt,
        by: { id: by.id, unit: by.unit },
        key: origin.receipt,
        fingerprint: fingerprintOf(this.keys.installationSecret(), { type: origin.type, subject: origin.subject, occurredAt, data }),
        correlation,
        intake: origin,
      },
      decide: () => decision,
    });
    return { receiptId: origin.receipt, position, ...answerOf(state) };
  }
}

const answerOf = (state: WaitingState): Pick<IntakeReceipt, 'status' | 'reason'> =>
  'reason' in state ? { status: state.status, reason: state.reason } : { status: 'duplicate' };
