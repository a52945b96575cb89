import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const java = ['-Xms128m', '-Xmx384m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xshare:auto'];

export interface BrokerPlace {
  readonly classPath: string;
  readonly folder: string;
  readonly port: number;
  readonly controllerPort: number;
}

const propertiesOf = ({ folder, port, controllerPort }: BrokerPlace): string =>
  Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'log.dirs': join(folder, 'data'),
    'auto.create.topics.enable': false,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 2,
    'group.initial.rebalance.delay.ms': 0,
    'group.min.session.timeout.ms': 1_000,
    // A killed server is forgotten soon, so that it may come back.
    'broker.session.timeout.ms': 1_500,
    'broker.heartbeat.interval.ms': 300,
    'log.index.size.max.bytes': 1_048_576,
    'log.cleaner.dedupe.buffer.size': 4_194_304,
    'num.network.threads': 2,
    'num.io.threads': 2,
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

const propertiesFile = (folder: string): string => join(folder, 'server.properties');

/** Makes an empty single-node cluster. */
export const formatStorage = (place: BrokerPlace): void => {
  writeFileSync(propertiesFile(place.folder), propertiesOf(place));
  const format = ['kafka.tools.StorageTool', 'format', '-t', 'aHVpeWluZy1rYWZrYS10ZQ', '-c', propertiesFile(place.folder)];
  const { status, stderr, stdout } = spawnSync('java', [...java, '-cp', place.classPath, ...format], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the storage could not be formatted: ${stderr}${stdout}`);
};

/** A running server. It ends when this process does, however that may come about. */
export class BrokerProcess {
  private constructor(
    private readonly shell: ChildProcess,
    private readonly pid: number,
  ) {}

  static async start({ classPath, folder }: BrokerPlace): Promise<BrokerProcess> {
    // A second shell kills it when our end of the pipe is closed, which happens however this process ends.
    const untilWeEnd =
      'exec 3<&0; "$@" >"$LOG" 2>&1 3<&- & pid=$!; echo $pid; { cat <&3 >/dev/null; kill -9 $pid; } 2>/dev/null & exec 3<&-; wait $pid';
    const server = ['java', ...java, '-cp', classPath, 'kafka.Kafka', propertiesFile(folder)];
    const shell = spawn('sh', ['-c', untilWeEnd, 'sh', ...server], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, LOG: join(folder, 'server.log') },
    });
    const [line] = await once(shell.stdout, 'data');
    return new BrokerProcess(shell, Number(String(line)));
  }

  signal(signal: NodeJS.Signals): void {
    process.kill(this.pid, signal);
  }

  /** Ends it by a signal and waits until it is gone. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const gone = once(this.shell, 'exit');
    this.signal(signal);
    await gone;
    this.shell.stdin!.end();
  }
}
