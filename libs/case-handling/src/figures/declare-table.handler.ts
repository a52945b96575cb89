import { KeyStore } from '@app/event-store';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BusinessClock } from '../business-clock';
import { Circumstances } from '../circumstances';
import { streamOf } from '../recording/case-ids';
import { fingerprintOf } from '../recording/fingerprint';
import { StreamWriter } from '../recording/stream-writer';
import { ReportForms } from '../reports/report-forms';
import { declaredFold } from './declared-figures';
import { declareTable } from './declare-table';
import { DeclareTableCommand, type TableResult } from './declare-table.command';
import { authoriseDeclaring } from './figure-authority';
import { linesOf, type TableLine } from './table-lines';

/** How often each is said. */
const count = (said: readonly string[], word: string): number => said.filter((each) => each === word).length;

@CommandHandler(DeclareTableCommand)
export class DeclareTableHandler implements ICommandHandler<DeclareTableCommand> {
  constructor(
    private readonly writer: StreamWriter,
    private readonly keys: KeyStore,
    private readonly circumstances: Circumstances,
    private readonly forms: ReportForms,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws UnusableTable, Forbidden, and what the writer throws */
  async execute(command: DeclareTableCommand): Promise<TableResult> {
    const { year, by, dryRun } = command;
    const lines = linesOf(command.records);
    for (const unit of new Set(lines.map(({ fields }) => fields.unit))) authoriseDeclaring(by, unit === '' ? undefined : unit);
    return dryRun ? this.rehearse(year, lines) : this.record(command, lines);
  }

  private known(year: number) {
    return { year, units: this.circumstances.units, figures: this.forms.declarable };
  }

  private async rehearse(year: number, lines: readonly TableLine[]): Promise<TableResult> {
    const { state, revision, position } = await this.writer.read(streamOf('figures', String(year)), declaredFold);
    const decided = declareTable(state, lines, this.known(year));
    const outcomes = decided.lines.map(({ outcome }) => outcome);
    return {
      year,
      dryRun: true,
      declared: count(outcomes, 'declared'),
      corrected: count(outcomes, 'corrected'),
      unchanged: count(outcomes, 'unchanged'),
      blank: count(outcomes, 'blank'),
      lines: decided.lines,
      revision,
      position,
      repeated: false,
    };
  }

  private async record({ year, by, key }: DeclareTableCommand, lines: readonly TableLine[]): Promise<TableResult> {
    const { revision, position, repeated, types } = await this.writer.write({
      stream: streamOf('figures', String(year)),
      fold: declaredFold,
      metadata: {
        occurredAt: this.clock.now().toISOString(),
        by: { id: by.id, unit: by.unit },
        key,
        fingerprint: key === undefined ? undefined : fingerprintOf(this.keys.installationSecret(), { year, lines, by: by.id }),
      },
      decide: ({ state }) => declareTable(state, lines, this.known(year)).events,
    });
    const declared = count(types, 'FigureDeclared');
    const corrected = count(types, 'FigureCorrected');
    const blank = lines.filter(({ fields }) => fields.value === '').length;
    const unchanged = lines.length - blank - declared - corrected;
    return { year, dryRun: false, declared, corrected, unchanged, blank, revision, position, repeated };
  }
}
