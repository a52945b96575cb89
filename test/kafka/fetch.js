#!/usr/bin/env node
/**
 * Fetches Apache Kafka for the tests by Maven, unless it is there: `node test/kafka/fetch.js [seconds]`.
 * Ends with 0 when it can be used and with 1 when it cannot be had, within the time stated (300 s). Tests never fetch anything.
 */
const { spawnSync } = require('node:child_process');
const { existsSync, mkdirSync, readFileSync, renameSync, rmSync } = require('node:fs');
const { homedir } = require('node:os');
const { join } = require('node:path');

const pom = join(__dirname, 'pom.xml');
const version = /<kafka\.version>(.+)<\/kafka\.version>/.exec(readFileSync(pom, 'utf8'))[1];
const cache = join(homedir(), '.cache', 'huiying-kafka');
const folder = join(cache, version);
const seconds = Number(process.argv[2] ?? 300);

const works = (command) => spawnSync(command, ['-version'], { stdio: 'ignore' }).status === 0;

function giveUp(reason) {
  console.warn(`!!! SKIPPED: Apache Kafka ${version} could not be had (${reason}); nothing is tried with a real broker !!!`);
  process.exit(1);
}

if (!works('java')) giveUp('there is no java');
if (!existsSync(folder)) {
  if (!works('mvn')) giveUp('there is no mvn');
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(cache, { recursive: true });
  const copied = spawnSync(
    'mvn',
    ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${unfinished}`, '-DincludeScope=runtime'],
    { stdio: 'inherit', timeout: seconds * 1_000, killSignal: 'SIGKILL' },
  );
  if (copied.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    giveUp(copied.error ? copied.error.message : `mvn ended with ${copied.status}`);
  }
  // Whole or not at all: a test must not find half of it.
  if (existsSync(folder)) rmSync(unfinished, { recursive: true, force: true });
  else renameSync(unfinished, folder);
}
console.log(`Apache Kafka ${version} is in ${folder}`);
