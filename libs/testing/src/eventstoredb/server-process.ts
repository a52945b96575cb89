import { EventStoreDbServer } from './event-store-db-server';

/** A server in a process of its own: prints its URL, and runs until it is ended. The first argument is a port. */
async function main(): Promise<void> {
  const server = await EventStoreDbServer.start({ port: Number(process.argv[2] ?? 0) });
  process.stdout.write(`${server.url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop().then(() => process.exit(0)));
}

void main();
