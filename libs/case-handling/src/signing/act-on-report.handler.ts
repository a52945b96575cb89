import type { CaseEvent, Decision } from '@app/cases';
import { KeyStore } from '@app/event-store';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BusinessClock } from '../business-clock';
import { fingerprintOf } from '../recording/fingerprint';
import { StreamWriter } from '../recording/stream-writer';
import { type ActedOnReport, ActOnReportCommand, type ReportOrder } from './act-on-report.command';
import { type ReportFile, reportFileFold } from './report-file';
import { reportStream } from './report-stream';
import { type Act, askForConfirmation, confirmPart, disputePart, judgeCheck, publish, seal } from './signing';
import { SigningMaterial } from './signing-material';

type Decide = (file: ReportFile, act: Act) => Decision<CaseEvent>;
type Prepare<K extends ReportOrder['kind']> = (
  command: ActOnReportCommand,
  order: Extract<ReportOrder, { kind: K }>,
  material: SigningMaterial,
) => Promise<Decide>;

/** What each order needs to know is found out first: while it is decided, the log does not wait. */
const prepare: { readonly [K in ReportOrder['kind']]: Prepare<K> } = {
  ask:
    async (_, { units }) =>
    (file) =>
      askForConfirmation(file, units),
  confirm: async ({ asked, at }, { unit, note }, material) => {
    const said = { ...(await material.part(asked, unit, at)), ...(note !== undefined && { note }) };
    return (file, act) => confirmPart(file, unit, act, said);
  },
  dispute:
    async (_, { unit, reason }) =>
    (file, act) =>
      disputePart(file, unit, act, reason),
  judge: async ({ asked, at }, { check, verdict, reason }, material) => {
    const line = (await material.checked(asked, at)).checks.find(({ id }) => id === check);
    return (file, act) => judgeCheck(file, line, act, { verdict, reason });
  },
  seal: async ({ asked, at }, order, material) => {
    const toSeal = await material.toSeal(asked, at);
    return (file, act) => seal(file, toSeal, act, order);
  },
  publish:
    async (_, { on, where }) =>
    (file, act) =>
      publish(file, act, { on, where }),
};

@CommandHandler(ActOnReportCommand)
export class ActOnReportHandler implements ICommandHandler<ActOnReportCommand> {
  constructor(
    private readonly writer: StreamWriter,
    private readonly keys: KeyStore,
    private readonly material: SigningMaterial,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws NotAllowed, and what the writer throws */
  async execute(command: ActOnReportCommand): Promise<ActedOnReport> {
    const { asked, order, by, at: known, key } = command;
    const { form, year } = asked;
    const at = this.clock.now().toISOString();
    const decide = await (prepare[order.kind] as Prepare<ReportOrder['kind']>)(command, order, this.material);
    const { revision, position, types, repeated } = await this.writer.write({
      stream: reportStream(form.id, year),
      fold: reportFileFold,
      metadata: {
        occurredAt: at,
        by: { id: by.id, unit: by.unit },
        key,
        fingerprint: key === undefined ? undefined : fingerprintOf(this.keys.installationSecret(), { order, known, by: by.id }),
      },
      decide: ({ state }) => decide(state, { by: by.id, at }),
    });
    return { form: form.id, year, events: types, revision, position, repeated };
  }
}
