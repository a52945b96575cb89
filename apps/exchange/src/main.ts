import 'reflect-metadata';
import { readSettings } from '@app/config';
import { createLogger, OperatingServer } from '@app/operating';
import { NestFactory } from '@nestjs/core';
import { ExchangeOperations } from './exchange-operations';
import { ExchangeProcessModule } from './exchange-process.module';

// The data folder is nobody else's.
process.umask(0o077);

const main = async (): Promise<void> => {
  const settings = readSettings();
  const app = await NestFactory.createApplicationContext(ExchangeProcessModule.forRoot(settings), {
    logger: createLogger(settings.logLevel),
    abortOnError: false,
  });
  app.enableShutdownHooks();
  const server = new OperatingServer(app.get(ExchangeOperations));
  const url = await server.listen(settings.port, settings.host);
  // Whoever started the process, a person or a program, waits for this line.
  process.stdout.write(`huiying exchange is listening on ${url}\n`);
};

main().catch((error: unknown) => {
  process.stderr.write(`huiying exchange could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
