import { KeyStore } from '@app/event-store';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BusinessClock } from '../business-clock';
import { Circumstances } from '../circumstances';
import { UnknownReference } from '../commands/references';
import { streamOf } from '../recording/case-ids';
import { fingerprintOf } from '../recording/fingerprint';
import { StreamWriter } from '../recording/stream-writer';
import { ReportForms } from '../reports/report-forms';
import { DeclareFigureCommand, type FigureOutcome, type FigureResult } from './declare-figure.command';
import { declare, declaredFold, withdraw } from './declared-figures';
import { authoriseDeclaring } from './figure-authority';

const outcomes: Readonly<Record<string, FigureOutcome>> = {
  FigureDeclared: 'declared',
  FigureCorrected: 'corrected',
  FigureWithdrawn: 'withdrawn',
};

@CommandHandler(DeclareFigureCommand)
export class DeclareFigureHandler implements ICommandHandler<DeclareFigureCommand> {
  constructor(
    private readonly writer: StreamWriter,
    private readonly keys: KeyStore,
    private readonly circumstances: Circumstances,
    private readonly forms: ReportForms,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws Forbidden, UnknownReference, and what the writer throws */
  async execute({ declaration, by, occurredAt, key }: DeclareFigureCommand): Promise<FigureResult> {
    const { year, unit, code, value } = declaration;
    authoriseDeclaring(by, unit);
    if (unit !== undefined && !this.circumstances.units.has(unit)) throw new UnknownReference('/unit', 'unit', unit);
    const { declarable } = this.forms;
    const { revision, position, repeated, types } = await this.writer.write({
      stream: streamOf('figures', String(year)),
      fold: declaredFold,
      metadata: {
        occurredAt: occurredAt ?? this.clock.now().toISOString(),
        by: { id: by.id, unit: by.unit },
        key,
        fingerprint: key === undefined ? undefined : fingerprintOf(this.keys.installationSecret(), { declaration, by: by.id, occurredAt }),
      },
      decide: ({ state }) =>
        value === undefined ? withdraw(state, declaration, declarable) : declare(state, { ...declaration, value }, declarable),
    });
    return { year, unit, code, value, outcome: outcomes[types[0] ?? ''] ?? 'unchanged', revision, position, repeated };
  }
}
