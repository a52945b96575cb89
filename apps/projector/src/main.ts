import 'reflect-metadata';
import { readSettings } from '@app/config';
import { createLogger, OperatingServer } from '@app/operating';
import { NestFactory } from '@nestjs/core';
import { ProjectorModule } from './projector.module';
import { ProjectorOperations } from './projector-operations';

// The data folder is nobody else's.
process.umask(0o077);

const main = async (): Promise<void> => {
  const settings = readSettings();
  const app = await NestFactory.createApplicationContext(ProjectorModule.forRoot(settings), {
    logger: createLogger(settings.logLevel),
    abortOnError: false,
  });
  app.enableShutdownHooks();
  const server = new OperatingServer(app.get(ProjectorOperations));
  const url = await server.listen(settings.port, settings.host);
  // Whoever started the process, a person or a program, waits for this line.
  process.stdout.write(`huiying projector is listening on ${url}\n`);
};

main().catch((error: unknown) => {
  process.stderr.write(`huiying projector could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
