import 'reflect-metadata';
import { readSettings } from '@app/config';
import { bulletin } from './commands/bulletin.command';
import { type CliCommand, readArguments, UsageError } from './commands/command';
import { deadLetters } from './commands/dead-letters.command';
import { demo } from './commands/demo.command';
import { importCases } from './commands/import.command';
import { intakeKey } from './commands/intake-key.command';
import { migrate } from './commands/migrate.command';
import { rebuild } from './commands/rebuild.command';
import { report } from './commands/report.command';
import { token } from './commands/token.command';
import { verify } from './commands/verify.command';
import { whatIf } from './commands/what-if.command';

const commands: Readonly<Record<string, CliCommand>> = {
  demo,
  bulletin,
  token,
  'intake-key': intakeKey,
  import: importCases,
  report,
  'what-if': whatIf,
  verify,
  rebuild,
  migrate,
  'dead-letters': deadLetters,
};

const help = (): string =>
  [
    '用法 usage: npm run cli -- <command> …',
    '',
    ...Object.entries(commands).map(([name, { usage, purpose }]) => `  ${`${name} ${usage}`.trim()}\n      ${purpose}`),
    '',
    'HUIYING_DATA 指定数据目录，默认 ./data (the data folder, ./data unless HUIYING_DATA names another)',
    'HUIYING_EVENTSTORE、HUIYING_POSTGRES 指定共用的日志与数据，HUIYING_KAFKA 指定 broker (the log and rows that several processes share, and the brokers);',
    '其余设置见 docs/operations/settings.md (which lists all HUIYING_* settings)',
  ].join('\n');

// The data folder is nobody else's.
process.umask(0o077);

const main = async ([name, ...words]: readonly string[]): Promise<number> => {
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    process.stdout.write(`${help()}\n`);
    return name === undefined || name === 'help' || name === '--help' ? 0 : 2;
  }
  try {
    const { values, positionals } = readArguments(command, words);
    return await command.run(values as Record<string, string | boolean | undefined>, positionals, readSettings());
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\nusage: npm run cli -- ${name} ${command.usage}\n`);
    return 2;
  }
};

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
