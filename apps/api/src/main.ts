import 'reflect-metadata';
import { readSettings } from '@app/config';
import { createLogger } from '@app/operating';
import { createServer } from './server';

// The data folder is nobody else's.
process.umask(0o077);

const main = async (): Promise<void> => {
  const settings = readSettings();
  const app = await createServer(settings, createLogger(settings.logLevel));
  await app.listen(settings.port, settings.host);
  // Whoever started the server, a person or a program, waits for this line.
  process.stdout.write(`huiying is listening on ${await app.getUrl()} (data in ${settings.dataFolder})\n`);
};

main().catch((error: unknown) => {
  process.stderr.write(`huiying could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
