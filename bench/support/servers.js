/**
 * One server for benches, by the first argument: prints its address, or nothing where it cannot be had. Ends with whoever started it.
 * Named by a path and not by an import: what is compiled for production knows nothing of the servers for specs.
 */
const { join } = require('node:path');

const root = join(__dirname, '..', '..');
const load = (path) => require(join(root, path));

const servers = {
  async postgres() {
    const server = await load('libs/testing/src/postgres').postgres();
    return server && { address: await server.database(), end: () => server.end() };
  },
  async kafka() {
    const broker = await load('test/kafka/kafka-broker').kafkaBroker();
    return broker && { address: broker.addresses.join(','), end: () => broker.remove() };
  },
  async eventstore() {
    const { EVENTSTORE_URL: named } = load('libs/config/src').environmentWith({});
    if (named) return { address: named, end: () => undefined };
    const server = await load('libs/testing/src/eventstoredb/start').EventStoreDbServer.start();
    return { address: server.url, end: () => server.stop() };
  },
};

const main = async () => {
  const server = await servers[process.argv[2]]();
  process.stdout.write(`${server ? server.address : ''}\n`);
  process.stdin.resume().once('end', () => {
    void Promise.resolve(server?.end()).then(() => process.exit(0));
  });
};

main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
