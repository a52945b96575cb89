import { basename, join } from 'node:path';
import { startDemoServer } from '../demo-server';
import { playReport } from '../reproduction/play-report';
import { type CliCommand, UsageError } from './command';
import { readReportFile } from './report-file';

/** `cli report reproduce`: cases invented for a published report, handled through the public API, and the report computed from them. */
export const reproduceReportFile: CliCommand['run'] = async ({ folder }, [file, ...more], { dataFolder }) => {
  if (file === undefined || more.length > 0) throw new UsageError('which file?');
  const read = readReportFile(file);
  if (read.is !== 'report') {
    const why = read.is === 'unreadable' ? `无法读取 cannot be read: ${read.why}` : `该格式（${read.kind}）不能再现 cannot be reproduced`;
    process.stderr.write(`${file}: ${why}\n`);
    return 2;
  }
  return playReport({
    published: read.report,
    folder: folder === undefined ? join(dataFolder, `reproduced-${basename(file, '.json')}`) : String(folder),
    startServer: startDemoServer,
    out: process.stdout,
  });
};
