import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createLogger } from './logger';
import { OperatingServer } from './operating-server';
import type { Operations } from './operations';

interface Asked {
  readonly host: string;
  readonly port: number;
  readonly logLevel: Parameters<typeof createLogger>[0];
}

const run = async (name: string, begin: () => readonly [Asked, DynamicModule], operations: Type<Operations>): Promise<void> => {
  const [{ host, port, logLevel }, module] = begin();
  const app = await NestFactory.createApplicationContext(module, { logger: createLogger(logLevel), abortOnError: false });
  app.enableShutdownHooks();
  const url = await new OperatingServer(app.get(operations)).listen(port, host);
  // Whoever started the process, a person or a program, waits for this line.
  process.stdout.write(`huiying ${name} is listening on ${url}\n`);
};

/** A process that answers nobody but operators. `begin` reads the settings: what is wrong with them ends it with a sentence, not a stack. */
export const runProcess = (name: string, begin: () => readonly [Asked, DynamicModule], operations: Type<Operations>): void => {
  // The data folder is nobody else's.
  process.umask(0o077);
  run(name, begin, operations).catch((error: unknown) => {
    process.stderr.write(`huiying ${name} could not start: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
};
