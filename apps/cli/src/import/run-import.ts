import { statSync } from 'node:fs';
import { CaseImporter, type Finding } from '@app/case-handling';
import { progressBar } from '../progress';
import { readCsv } from './csv';
import { checkLines, importCases, type Report } from './import-file';
import { BrokenFile, type Line, type Said } from './line';
import { readNdjson } from './ndjson';
import { type ImportPlace, openFolder } from './open-folder';
import { openSpool, type Spool } from './spool';

type ReadFile = (file: string, said: Said, progress: (bytes: number) => void) => AsyncGenerator<Line>;

export const formats: Readonly<Record<string, ReadFile>> = { csv: readCsv, ndjson: readNdjson };

export interface ImportRequest {
  readonly file: string;
  readonly format: string;
  readonly said: Said;
  /** The unit of whoever acts for the office where the file names nobody. */
  readonly office: string;
  readonly dryRun: boolean;
  readonly skipBad: boolean;
}

const rowsFollow = {
  embedded: '下次启动服务时，各表自动跟上，也可运行 cli rebuild (the rows follow at the next start of the server, or now with cli rebuild)',
  shared: '各表由 projector 自动跟上 (the projectors let the rows follow)',
};

const kibibyte = 1_024;

const textOf = (line: number, findings: readonly Finding[]): string =>
  `第${line}行 line ${line}: ${findings.map(({ place, said: { zh, en } }) => `${place} ${zh} (${en})`.trimStart()).join('；')}`;

/** Checks a file, lists what is wrong with it line by line, and imports it. Gives the exit code. */
export const runImport = async (request: ImportRequest, settings: ImportPlace, say: (text: string) => void): Promise<number> => {
  const folder = await openFolder(settings, request.dryRun);
  const spool = openSpool(settings.dataFolder);
  try {
    return await importInto(
      new CaseImporter({ ...folder, now: new Date(), office: request.office }),
      spool,
      request,
      say,
      folder.store.shared,
    );
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    say(error.message);
    return 1;
  } finally {
    spool.remove();
    await folder.close();
  }
};

const importInto = async (
  importer: CaseImporter,
  spool: Spool,
  { file, format, said, dryRun, skipBad }: ImportRequest,
  say: (text: string) => void,
  shared: boolean,
): Promise<number> => {
  const read = formats[format] ?? readNdjson;
  const checking = progressBar('检查 check KiB', Math.ceil(statSync(file).size / kibibyte));
  const lines = read(file, said, (bytes) => checking.at(Math.ceil(bytes / kibibyte)));
  const report: Report = (line, findings) => say(textOf(line, findings));
  const tally = await checkLines(lines, importer, report, dryRun ? undefined : spool);
  checking.end();
  say(tally.table());
  const wrong = tally.of('wrong');
  if (dryRun) {
    say('仅检查，未导入 (checked only: nothing was imported)');
    return wrong > 0 ? 1 : 0;
  }
  if (wrong > 0 && !skipBad) {
    say(
      `有${wrong}行须先更正，未导入；加 --skip-bad 可先导入其余各行 (nothing was imported: mend these lines, or leave them out with --skip-bad)`,
    );
    return 1;
  }

  const importing = progressBar('导入 import', tally.of('fit'));
  const startedAt = performance.now();
  const { cases, events } = await importCases(spool, importer, (done) => importing.at(done));
  importing.end();
  const seconds = (performance.now() - startedAt) / 1_000;
  say(
    `已导入${cases}件办件、${events}条事件，${seconds.toFixed(1)}秒（每秒${Math.round(events / seconds)}条）；${tally.of('there')}件此前已在系统中` +
      ` (${cases} cases, ${events} events, ${Math.round(events / seconds)} events/s; ${tally.of('there')} were already there)`,
  );
  say(rowsFollow[shared ? 'shared' : 'embedded']);
  return wrong > 0 ? 1 : 0;
};
