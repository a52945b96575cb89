import { forms } from '@app/reports';
import { type CliCommand, UsageError } from './command';
import { checkReportFiles } from './report-check';
import { fillReport } from './report-fill';
import { reproduceReportFile } from './report-reproduce';

type Run = CliCommand['run'];

const check: Run = async ({ all, json }, files) => {
  if (files.length === 0) throw new UsageError('which files?');
  return checkReportFiles({ files, all: all === true, json: json === true, out: process.stdout, problems: process.stderr });
};

/** What a report is asked for besides being filled in, by the first word. */
const words: Readonly<Record<string, Run>> = { check, reproduce: reproduceReportFile };

/** `cli report`: a form filled in, which may be done beside the server; or what somebody published, checked. */
export const report: CliCommand = {
  usage: [
    `<form> <year> [--out FILE] [--format text|json|csv|xlsx|docx|html] [--as-of <instant>] [--at-position <n>] [--unit <unit>] [--version <n>] [--english]`,
    `       forms: ${Object.keys(forms).join(', ')}, and the office’s own`,
    '       check <file.json>… [--all] [--json]   check published reports; docs/report-check.md has the format',
    '       reproduce <file.json> [--folder ./data/reproduced-<file>]   invent and handle the cases of a published report',
  ].join('\n  '),
  purpose: 'print a form of a year or write it to a file; or check what others have published, or have it come out of cases',
  options: {
    out: { type: 'string' },
    format: { type: 'string' },
    'as-of': { type: 'string' },
    'at-position': { type: 'string' },
    unit: { type: 'string' },
    version: { type: 'string' },
    csv: { type: 'boolean', default: false },
    english: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    folder: { type: 'string' },
  },
  run: (values, positionals, settings) => {
    const [word = '', ...rest] = positionals;
    return Object.hasOwn(words, word) && words[word] ? words[word](values, rest, settings) : fillReport(values, positionals, settings);
  },
};
