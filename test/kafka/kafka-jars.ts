import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Also when this file has been compiled into dist/. */
const here = __dirname.replace(/[/\\]dist([/\\]test[/\\]kafka)$/, '$1');
const version = /<kafka\.version>(.+)<\/kafka\.version>/.exec(readFileSync(join(here, 'pom.xml'), 'utf8'))![1]!;

/** Where `node test/kafka/fetch.js` has put Apache Kafka. */
const folder = join(homedir(), '.cache', 'huiying-kafka', version);

/** The class path of Apache Kafka; undefined when it has not been fetched or there is no Java. */
export const kafkaClassPath = (): string | undefined => {
  if (!existsSync(folder) || spawnSync('java', ['-version'], { stdio: 'ignore' }).status !== 0) return undefined;
  return join(folder, '*');
};
