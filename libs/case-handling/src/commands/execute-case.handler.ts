import { businessDate, isRejection, reject } from '@app/cases';
import { KeyStore } from '@app/event-store';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BusinessClock } from '../business-clock';
import { Circumstances } from '../circumstances';
import { CaseWriter } from '../recording/case-writer';
import { fingerprintOf } from '../recording/fingerprint';
import { notToAccused } from './assignments';
import { authorise, authoriseOpening, CaseNotFound } from './authority';
import { CaseNumbers } from './case-numbers';
import { type CaseCommand, type CaseCommandResult, ExecuteCaseCommand } from './execute-case.command';
import { decideInTime } from './in-time';
import { noNumberYet, numbered } from './numbered';
import { checkReferences } from './references';

@CommandHandler(ExecuteCaseCommand)
export class ExecuteCaseHandler implements ICommandHandler<ExecuteCaseCommand> {
  constructor(
    private readonly cases: CaseWriter,
    private readonly numbers: CaseNumbers,
    private readonly circumstances: Circumstances,
    private readonly keys: KeyStore,
    private readonly clock: BusinessClock,
  ) {}

  async execute({ order }: ExecuteCaseCommand): Promise<CaseCommandResult> {
    const { caseType, caseId, name, data, by } = order;
    const at = order.occurredAt ?? this.clock.now().toISOString();
    const opens = name === caseType.opens;
    const { units } = this.circumstances;
    const contested = await checkReferences(data, { caseType: caseType.name, caseId }, by, units, this.cases);

    const written = await this.cases.write(caseType, caseId, {
      expected: order.expected,
      presumeNew: order.presumeNew,
      metadata: {
        occurredAt: at,
        by: { id: by.id, unit: by.unit },
        key: order.key,
        fingerprint: order.key === undefined ? undefined : fingerprintOf(this.keys.installationSecret(), contentOf(order)),
        correlation: order.correlation,
        intake: order.intake,
      },
      permit: ({ revision, state }) => {
        if (revision < 0 && !opens) throw new CaseNotFound(caseId);
        if (revision < 0) authoriseOpening(by, caseType.commands[name]);
        else authorise(by, caseType.commands[name], caseId, state, units);
      },
      decide: async ({ revision, state }) => {
        if (revision >= 0 && Date.parse(at) < Date.parse(state.receivedAt)) return beforeReceipt;
        const circumstances = { ...this.circumstances.of(businessDate(revision < 0 ? at : state.receivedAt)), contested };
        const caseNumber = revision < 0 ? noNumberYet : state.caseNumber;
        const decided = decideInTime(caseType, state.situation, { type: name, data }, { at, by, caseNumber, ...circumstances });
        const decision = notToAccused(decided, caseType, state.accused, units);
        // A number is taken only for a case that is really opened: what is refused leaves no gap.
        if (revision >= 0 || isRejection(decision)) return decision;
        return numbered(decision, await this.numbers.next(caseType.prefix, businessDate(at).slice(0, 4)));
      },
    });
    return {
      caseType: caseType.name,
      caseId,
      caseNumber: written.state.caseNumber,
      status: written.state.situation.status,
      revision: written.revision,
      position: written.position,
      repeated: written.repeated,
      events: written.types,
    };
  }
}

const beforeReceipt = reject('办理时间不能早于受理时间', 'nothing can have happened to a case before it was received');

/** What makes two uses of a key the same command; the server's own clock is no part of it. */
const contentOf = ({ name, data, by, occurredAt, intake }: CaseCommand) => ({
  name,
  data,
  by: by.id,
  occurredAt,
  type: intake?.type,
  subject: intake?.subject,
});
