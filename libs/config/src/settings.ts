import { resolve } from 'node:path';
import { z } from 'zod';
import { readJsonFile } from './json-file';
import { type KafkaSettings, kafkaIn, StoresEnvironment, storesIn, type StoresSettings } from './stores';
import { defaultUnits, readUnits, type Unit } from './units';

const Environment = z.object({
  HUIYING_DATA: z.string().min(1).default('./data'),
  HUIYING_HOST: z.string().min(1).default('127.0.0.1'),
  HUIYING_PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HUIYING_UNITS: z.string().min(1).optional(),
  HUIYING_RULES: z.string().min(1).optional(),
  HUIYING_FORMS: z.string().min(1).optional(),
  HUIYING_AGENCY: z.string().min(1).max(100).default('永顺县人民政府'),
  HUIYING_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  ...StoresEnvironment,
});

/** What the file with the local rules says, not yet understood: what may stand in it is a matter of the case types. */
export interface RulesFile {
  readonly file: string;
  readonly content: unknown;
}

/** What the file with the office's own forms says, not yet understood: what may stand in it is a matter of the reports. */
export interface FormsFile {
  readonly file: string;
  readonly content: unknown;
}

/** Everything an installation can be told from outside. With no settings at all it runs embedded on ./data. */
export interface Settings {
  /** The one folder that holds the log, the rows and the keys; of a process that shares them with others, the secrets alone. */
  readonly dataFolder: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly units: readonly Unit[];
  /** Who reports (填报单位), as it is printed on reports. */
  readonly agency: string;
  /** Undefined where nobody has set any. */
  readonly rules?: RulesFile | undefined;
  /** Undefined where the forms that come with the program are all. */
  readonly forms?: FormsFile | undefined;
  readonly stores: StoresSettings;
  /** Undefined where intake and events go over HTTP alone. */
  readonly kafka?: KafkaSettings | undefined;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/** Settings from the environment; docs/operations/settings.md lists them. @throws naming the variable that is wrong */
export const readSettings = (environment: NodeJS.ProcessEnv = process.env): Settings => {
  const unknown = Object.keys(environment).find((name) => name.startsWith('HUIYING_') && !(name in Environment.shape));
  if (unknown) throw new Error(`there is no setting ${unknown}; settings are ${Object.keys(Environment.shape).join(', ')}`);
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) throw new Error(`the settings are not usable:\n${z.prettifyError(parsed.error)}`);
  const { HUIYING_DATA, HUIYING_HOST, HUIYING_PORT, HUIYING_UNITS, HUIYING_RULES, HUIYING_FORMS, HUIYING_AGENCY, HUIYING_LOG } =
    parsed.data;
  return {
    dataFolder: resolve(HUIYING_DATA),
    host: HUIYING_HOST,
    port: HUIYING_PORT,
    agency: HUIYING_AGENCY,
    units: HUIYING_UNITS ? readUnits(HUIYING_UNITS) : defaultUnits,
    rules: HUIYING_RULES ? { file: HUIYING_RULES, content: readJsonFile(HUIYING_RULES) } : undefined,
    forms: HUIYING_FORMS ? { file: HUIYING_FORMS, content: readJsonFile(HUIYING_FORMS) } : undefined,
    stores: storesIn(parsed.data),
    kafka: kafkaIn(parsed.data),
    logLevel: HUIYING_LOG,
  };
};

/** The environment for a process of ours: this one's, with some settings of its own. */
export const environmentWith = (overrides: Readonly<Record<`HUIYING_${string}`, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...overrides,
});
