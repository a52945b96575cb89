import {
  businessDate,
  type CaseEvent,
  type Context,
  decide,
  type Decision,
  foldCase,
  isRejection,
  reject,
  silencesToWithdraw,
  silencesUntil,
  type Situation,
} from '@app/cases';
import { KeyStore } from '@app/event-store';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Circumstances } from '../circumstances';
import { caseFold } from '../recording/case-fold';
import { streamOf } from '../recording/case-ids';
import { fingerprintOf } from '../recording/fingerprint';
import { StreamWriter } from '../recording/stream-writer';
import { authorise, authoriseOpening, CaseNotFound } from './authority';
import { CaseNumbers } from './case-numbers';
import { type CaseCommand, type CaseCommandResult, ExecuteCaseCommand } from './execute-case.command';
import { checkReferences } from './references';

@CommandHandler(ExecuteCaseCommand)
export class ExecuteCaseHandler implements ICommandHandler<ExecuteCaseCommand> {
  constructor(
    private readonly writer: StreamWriter,
    private readonly numbers: CaseNumbers,
    private readonly circumstances: Circumstances,
    private readonly keys: KeyStore,
  ) {}

  async execute({ order }: ExecuteCaseCommand): Promise<CaseCommandResult> {
    const { caseType, caseId, name, data, by } = order;
    const at = order.occurredAt ?? new Date().toISOString();
    const opens = name === caseType.opens;
    const contested = await checkReferences(data, caseType.name, this.circumstances.units, this.writer);

    const written = await this.writer.write({
      stream: streamOf(caseType.name, caseId),
      fold: caseFold(caseType),
      expected: order.expected,
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
        else authorise(by, caseType.commands[name], caseId, state, this.circumstances.units);
      },
      decide: async ({ revision, state }) => {
        if (revision >= 0 && Date.parse(at) < Date.parse(state.receivedAt)) return beforeReceipt;
        const circumstances = { ...this.circumstances.of(businessDate(revision < 0 ? at : state.receivedAt)), contested };
        const decided = (caseNumber: string) =>
          decideInTime(caseType, state.situation, { type: name, data }, { at, by, caseNumber, ...circumstances });
        const decision = decided(state.caseNumber);
        // A number is taken only for a case that is really opened: what is refused leaves no gap.
        if (revision >= 0 || isRejection(decision)) return decision;
        return decided(await this.numbers.next(caseType.prefix, businessDate(at).slice(0, 4)));
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

/** Decides a command on the case as it is when the silences that fell before it are recorded; they are, together with what it brings. */
const decideInTime = (
  caseType: CaseCommand['caseType'],
  situation: Situation,
  command: { readonly type: string; readonly data: unknown },
  context: Context,
): Decision<CaseEvent> => {
  const withdrawn = silencesToWithdraw(situation, context.at);
  const corrected = foldCase(caseType, withdrawn, situation);
  const silences = silencesUntil(caseType, corrected, context.at, context);
  const decision = decide(caseType, foldCase(caseType, silences, corrected), command, context);
  return isRejection(decision) || decision.length === 0 ? decision : [...withdrawn, ...silences, ...decision];
};

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
