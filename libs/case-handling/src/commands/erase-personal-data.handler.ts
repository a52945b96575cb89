import { KeyStore } from '@app/event-store';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BusinessClock } from '../business-clock';
import { Circumstances } from '../circumstances';
import { streamOf } from '../recording/case-ids';
import { CaseWriter } from '../recording/case-writer';
import { CaseNotFound, Forbidden, maySee } from './authority';
import { type Erased, ErasePersonalDataCommand } from './erase-personal-data.command';

@CommandHandler(ErasePersonalDataCommand)
export class ErasePersonalDataHandler implements ICommandHandler<ErasePersonalDataCommand> {
  constructor(
    private readonly cases: CaseWriter,
    private readonly keys: KeyStore,
    private readonly circumstances: Circumstances,
    private readonly clock: BusinessClock,
  ) {}

  /** The event comes first: a crash between the two is healed by asking again, which destroys the key if it is still there. */
  async execute({ caseType, caseId, by }: ErasePersonalDataCommand): Promise<Erased> {
    const { revision, position } = await this.cases.write(caseType, caseId, {
      metadata: { occurredAt: this.clock.now().toISOString(), by: { id: by.id, unit: by.unit } },
      permit: (folded) => {
        if (folded.revision < 0 || !maySee(by, folded.state, this.circumstances.units)) throw new CaseNotFound(caseId);
        if (!by.roles.includes('operator')) throw new Forbidden('only an operator erases personal data');
      },
      decide: ({ state }) => (state.erased ? [] : [{ type: 'PersonalDataErased', data: {} }]),
    });
    await this.keys.destroy(streamOf(caseType.name, caseId));
    return { revision, position };
  }
}
