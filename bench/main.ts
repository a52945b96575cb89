import 'reflect-metadata';
import { arch, cpus, platform } from 'node:os';
import Table from 'cli-table3';
import { appends } from './suites/appends';
import { commands } from './suites/commands';
import { exchanging } from './suites/exchanging';
import { http } from './suites/http';
import { importing } from './suites/importing';
import { lag } from './suites/lag';
import { papers } from './suites/papers';
import { projecting } from './suites/projecting';
import { rebuilding } from './suites/rebuilding';
import { replaying } from './suites/replaying';
import { reporting } from './suites/reporting';
import { starting } from './suites/starting';
import type { Figure } from './support/measure';

const suites = {
  appends,
  commands,
  http,
  rebuilding,
  importing,
  lag,
  replaying,
  reporting,
  papers,
  starting,
  projecting,
  exchanging,
};
const rounds = 3;

const text = (value: number | undefined): string =>
  value === undefined ? '' : value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2);

const ratio = ({ ours, floor }: Figure): number | undefined => (floor === undefined ? undefined : ours / floor);

const goalOf = ({ goal, atMost, atLeast }: Figure): string => {
  if (atMost !== undefined) return `<= ${atMost}`;
  if (atLeast !== undefined) return `>= ${atLeast}`;
  return goal === undefined ? '' : `ratio >= ${goal}`;
};

const isReached = (figure: Figure): boolean =>
  figure.ours <= (figure.atMost ?? Infinity) && figure.ours >= (figure.atLeast ?? 0) && (ratio(figure) ?? Infinity) >= (figure.goal ?? 0);

const verdict = (figure: Figure): string => (goalOf(figure) ? (isReached(figure) ? 'reached' : 'not reached') : '');

/** `npm run bench [-- <suite> …]`: every figure beside a floor measured in the same run; docs/benchmarks.md explains them. */
const main = async (names: readonly string[]): Promise<void> => {
  const table = new Table({ head: ['figure', 'unit', 'floor', 'ours', 'ratio', 'goal', ''], style: { head: [] } });
  for (const [name, suite] of Object.entries(suites)) {
    if (names.length > 0 && !names.includes(name)) continue;
    process.stderr.write(`${name} …\n`);
    for (const figure of await suite(rounds)) {
      table.push([figure.name, figure.unit, text(figure.floor), text(figure.ours), text(ratio(figure)), goalOf(figure), verdict(figure)]);
    }
  }
  process.stdout.write(
    `Node ${process.version}, ${platform()} ${arch()}, ${cpus().length} cores, medians of ${rounds} interleaved runs\n${table.toString()}\n`,
  );
};

void main(process.argv.slice(2));
