import type { Settings } from '@app/config';
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** One word of the operators' command line. */
export interface CliCommand {
  /** What stands after the name. */
  readonly usage: string;
  readonly purpose: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Returns the exit code. */
  run(values: Readonly<Record<string, string | boolean | undefined>>, positionals: readonly string[], settings: Settings): Promise<number>;
}

/** The call cannot be understood; the message says how it should look. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Reads what follows the command's name. @throws UsageError */
export const readArguments = (command: CliCommand, words: readonly string[]) => {
  try {
    return parseArgs({ args: [...words], options: command.options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

export const say = (line: string): void => void process.stdout.write(`${line}\n`);
