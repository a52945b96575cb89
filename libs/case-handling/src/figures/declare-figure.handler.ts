import { KeyStore } from '@app/event-store';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BusinessClock } from '../business-clock';
import { streamOf } from '../recording/case-ids';
import { fingerprintOf } from '../recording/fingerprint';
import { StreamWriter } from '../recording/stream-writer';
import { DeclareFigureCommand, type FigureResult } from './declare-figure.command';
import { declare, declaredFold, withdraw } from './declared-figures';

@CommandHandler(DeclareFigureCommand)
export class DeclareFigureHandler implements ICommandHandler<DeclareFigureCommand> {
  constructor(
    private readonly writer: StreamWriter,
    private readonly keys: KeyStore,
    private readonly clock: BusinessClock,
  ) {}

  async execute({ declaration, by, occurredAt, key }: DeclareFigureCommand): Promise<FigureResult> {
    const { year, code, value } = declaration;
    const { revision, position, repeated } = await this.writer.write({
      stream: streamOf('figures', String(year)),
      fold: declaredFold,
      metadata: {
        occurredAt: occurredAt ?? this.clock.now().toISOString(),
        by: { id: by.id, unit: by.unit },
        key,
        fingerprint: key === undefined ? undefined : fingerprintOf(this.keys.installationSecret(), { declaration, by: by.id, occurredAt }),
      },
      decide: ({ state }) => (value === undefined ? withdraw(state, declaration) : declare(state, { ...declaration, value })),
    });
    return { year, code, value, revision, position, repeated };
  }
}
