import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Variables that say where log, rows and messages are kept when not in the data folder. */
export const StoresEnvironment = {
  HUIYING_EVENTSTORE: z
    .string()
    .regex(/^(esdb|kurrentdb)(\+discover)?:\/\//, 'must begin with esdb:// or esdb+discover://')
    .optional(),
  HUIYING_EVENTSTORE_NAMESPACE: z
    .string()
    .regex(/^[a-z][a-z0-9]{0,39}$/, 'must be up to 40 small letters and digits')
    .default('huiying'),
  HUIYING_EVENTSTORE_PASSWORD_FILE: z.string().min(1).optional(),
  HUIYING_POSTGRES: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  HUIYING_POSTGRES_PASSWORD_FILE: z.string().min(1).optional(),
  HUIYING_SEGMENTS: z.coerce.number().int().min(1).max(256).default(16),
  HUIYING_KAFKA: z.string().min(1).optional(),
  HUIYING_KAFKA_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be up to 40 small letters, digits and dashes')
    .default('huiying'),
  HUIYING_KAFKA_USER: z.string().min(1).optional(),
  HUIYING_KAFKA_PASSWORD_FILE: z.string().min(1).optional(),
  HUIYING_KAFKA_TLS: z.enum(['on', 'off']).default('off'),
  HUIYING_KAFKA_CA_FILE: z.string().min(1).optional(),
};

type Parsed = z.infer<z.ZodObject<typeof StoresEnvironment>>;

/** Where log and rows are: in files of the data folder for one process, or in servers that many processes share. */
export type StoresSettings =
  | { readonly kind: 'embedded' }
  | {
      readonly kind: 'shared';
      readonly eventStore: {
        /** An EventStoreDB connection string without a password. */
        readonly connection: string;
        readonly namespace: string;
        readonly password?: string | undefined;
      };
      readonly postgres: {
        /** A PostgreSQL address without a password. */
        readonly url: string;
        readonly password?: string | undefined;
        /** Into how many segments new rows are cut. */
        readonly segments: number;
      };
    };

export interface KafkaSettings {
  readonly brokers: readonly string[];
  /** Topics and groups begin with it: `huiying.intake`, `huiying.cases`. */
  readonly prefix: string;
  readonly sasl?: { readonly username: string; readonly password: string } | undefined;
  /** `ca`: certificates in PEM beside those of the system. */
  readonly tls?: { readonly ca?: string | undefined } | undefined;
}

const textOf = (name: string, file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`${name}: ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
};

const secretIn = (name: keyof Parsed, file: string | undefined): string | undefined =>
  file === undefined ? undefined : textOf(name, file).replace(/\r?\n$/, '');

// What stands in an address is shown by every list of processes and every error message.
const refusePasswordIn = (name: keyof Parsed, address: string): void => {
  if (/^[a-z+]+:\/\/[^/@]*:[^/@]*@/.test(address))
    throw new Error(`${name} holds a password: put it into a file and name that in ${name}_PASSWORD_FILE`);
};

/** @throws naming the variable that is missing or wrong; never with what a secret holds */
export const storesIn = (environment: Parsed): StoresSettings => {
  const { HUIYING_EVENTSTORE: connection, HUIYING_POSTGRES: url } = environment;
  if (connection === undefined && url === undefined) return { kind: 'embedded' };
  if (connection === undefined)
    throw new Error('HUIYING_POSTGRES is set without HUIYING_EVENTSTORE: rows are shared only where the log is');
  if (url === undefined) throw new Error('HUIYING_EVENTSTORE is set without HUIYING_POSTGRES: who shares a log shares rows and keys');
  refusePasswordIn('HUIYING_EVENTSTORE', connection);
  refusePasswordIn('HUIYING_POSTGRES', url);
  return {
    kind: 'shared',
    eventStore: {
      connection,
      namespace: environment.HUIYING_EVENTSTORE_NAMESPACE,
      password: secretIn('HUIYING_EVENTSTORE_PASSWORD_FILE', environment.HUIYING_EVENTSTORE_PASSWORD_FILE),
    },
    postgres: {
      url,
      password: secretIn('HUIYING_POSTGRES_PASSWORD_FILE', environment.HUIYING_POSTGRES_PASSWORD_FILE),
      segments: environment.HUIYING_SEGMENTS,
    },
  };
};

/** Undefined where no Kafka is named. @throws as `storesIn` does */
export const kafkaIn = (environment: Parsed): KafkaSettings | undefined => {
  const { HUIYING_KAFKA: brokers, HUIYING_KAFKA_USER: username, HUIYING_KAFKA_PASSWORD_FILE, HUIYING_KAFKA_CA_FILE } = environment;
  if (brokers === undefined) return undefined;
  const password = secretIn('HUIYING_KAFKA_PASSWORD_FILE', HUIYING_KAFKA_PASSWORD_FILE);
  if ((username === undefined) !== (password === undefined))
    throw new Error('HUIYING_KAFKA_USER and HUIYING_KAFKA_PASSWORD_FILE belong together');
  const ca = HUIYING_KAFKA_CA_FILE === undefined ? undefined : textOf('HUIYING_KAFKA_CA_FILE', HUIYING_KAFKA_CA_FILE);
  return {
    brokers: brokers.split(',').map((broker) => broker.trim()),
    prefix: environment.HUIYING_KAFKA_PREFIX,
    sasl: username === undefined || password === undefined ? undefined : { username, password },
    tls: environment.HUIYING_KAFKA_TLS === 'on' || ca !== undefined ? { ca } : undefined,
  };
};
