import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { type CaseTypeName, caseTypeNames } from '@app/cases';
import { templateOf } from '../import/header';
import { formats, runImport } from '../import/run-import';
import { type CliCommand, say, UsageError } from './command';

const text = (value: string | boolean | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

const oneOf = (name: string, value: string | undefined, known: readonly string[]): string | undefined => {
  if (value !== undefined && !known.includes(value)) throw new UsageError(`there is no ${name} ${value}; there are ${known.join(', ')}`);
  return value;
};

/** `cli import`: cases of the past from another system, decided by the rules of their time; the server of a data folder must not run. */
export const importCases: CliCommand = {
  usage:
    '<file.csv|file.ndjson> [--dry-run] [--skip-bad] [--source urn:old-hotline] [--type complaint] [--unit gov-office] [--format csv]\n' +
    '         --template <type>',
  purpose: 'bring in cases of past years (--dry-run: list every problem and record nothing); docs/operations/import.md has the columns',
  options: {
    'dry-run': { type: 'boolean', default: false },
    'skip-bad': { type: 'boolean', default: false },
    source: { type: 'string' },
    type: { type: 'string' },
    unit: { type: 'string', default: 'gov-office' },
    format: { type: 'string' },
    template: { type: 'string' },
  },
  async run(values, [file], settings) {
    const template = oneOf('type', text(values.template), caseTypeNames);
    if (template !== undefined) {
      process.stdout.write(templateOf(template as CaseTypeName, text(values.source) ?? 'urn:old-hotline'));
      return 0;
    }
    if (file === undefined) throw new UsageError('which file?');
    if (!existsSync(file)) throw new UsageError(`there is no file ${file}`);
    const format = oneOf('format', text(values.format) ?? extname(file).slice(1).toLowerCase(), Object.keys(formats)) ?? '';
    const type = oneOf('type', text(values.type), caseTypeNames);
    const unit =
      oneOf(
        'unit',
        text(values.unit),
        settings.units.map(({ code }) => code),
      ) ?? '';
    const said = { source: text(values.source), type };
    return runImport(
      { file, format, said, office: unit, dryRun: values['dry-run'] === true, skipBad: values['skip-bad'] === true },
      settings,
      say,
    );
  },
};
