import { KeyStore } from '@app/event-store';
import { textFaults } from '@app/reports';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BusinessClock } from '../business-clock';
import { Malformed } from '../malformed';
import { fingerprintOf } from '../recording/fingerprint';
import { StreamWriter } from '../recording/stream-writer';
import { ReportForms } from '../reports/report-forms';
import { codesOf, formMeant } from './cells-spoken-of';
import { chaptersFold, writeChapter } from './chapters';
import { narrativeStream } from './narrative-stream';
import { type NarrativeResult, WriteNarrativeCommand } from './write-narrative.command';

@CommandHandler(WriteNarrativeCommand)
export class WriteNarrativeHandler implements ICommandHandler<WriteNarrativeCommand> {
  constructor(
    private readonly writer: StreamWriter,
    private readonly keys: KeyStore,
    private readonly forms: ReportForms,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws Malformed for fields that cannot be filled in, and what the writer throws */
  async execute({ form, year, chapter, by, key }: WriteNarrativeCommand): Promise<NarrativeResult> {
    this.insistOnFields({ form, year }, chapter.text);
    const { code, title, text } = chapter;
    const stated = { form: form.id, year, chapter: code, title, text };
    const { revision, position, repeated, types } = await this.writer.write({
      stream: narrativeStream(form.id, year),
      fold: chaptersFold,
      metadata: {
        occurredAt: this.clock.now().toISOString(),
        by: { id: by.id, unit: by.unit },
        key,
        fingerprint: key === undefined ? undefined : fingerprintOf(this.keys.installationSecret(), { stated, by: by.id }),
      },
      decide: ({ state: chapters }) => writeChapter(chapters, stated),
    });
    const recorded = text.trim() === '' ? 'restored' : 'written';
    return { form: form.id, year, chapter: code, outcome: types.length > 0 ? recorded : 'unchanged', revision, position, repeated };
  }

  private insistOnFields(asked: Pick<WriteNarrativeCommand, 'form' | 'year'>, text: string): void {
    const faults = textFaults(text, (reference) => {
      const meant = formMeant(this.forms.book, asked, reference);
      return meant && codesOf(meant);
    });
    if (faults.length > 0) throw new Malformed(faults.map(({ zh, en }) => ({ pointer: '/text', message: `${zh} (${en})` })));
  }
}
