import { KeyStore } from '@app/event-store';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Circumstances } from '../circumstances';
import { caseFold } from '../recording/case-fold';
import { streamOf } from '../recording/case-ids';
import { StreamWriter } from '../recording/stream-writer';
import { CaseNotFound, Forbidden, maySee } from './authority';
import { type Erased, ErasePersonalDataCommand } from './erase-personal-data.command';

@CommandHandler(ErasePersonalDataCommand)
export class ErasePersonalDataHandler implements ICommandHandler<ErasePersonalDataCommand> {
  constructor(
    private readonly writer: StreamWriter,
    private readonly keys: KeyStore,
    private readonly circumstances: Circumstances,
  ) {}

  /** The event comes first: a crash between the two is healed by asking again, which destroys the key if it is still there. */
  async execute({ caseType, caseId, by }: ErasePersonalDataCommand): Promise<Erased> {
    const stream = streamOf(caseType.name, caseId);
    const { revision, position } = await this.writer.write({
      stream,
      fold: caseFold(caseType),
      metadata: { occurredAt: new Date().toISOString(), by: { id: by.id, unit: by.unit } },
      permit: (folded) => {
        if (folded.revision < 0 || !maySee(by, folded.state, this.circumstances.units)) throw new CaseNotFound(caseId);
        if (!by.roles.includes('operator')) throw new Forbidden('only an operator erases personal data');
      },
      decide: ({ state }) => (state.erased ? [] : [{ type: 'PersonalDataErased', data: {} }]),
    });
    await this.keys.destroy(stream);
    return { revision, position };
  }
}
