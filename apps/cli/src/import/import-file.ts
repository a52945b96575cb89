import { setImmediate as turn } from 'node:timers/promises';
import type { CaseImporter, Finding, ReadyCase } from '@app/case-handling';
import type { Line } from './line';
import { Tally } from './tally';

/** Cases whose events share a transaction: as many as the log takes into one, and no more numbers lost at a sudden end. */
const casesAtOnce = 256;

/** While one group is being written, the next is made ready. */
const groupsAtOnce = 2;

/** So many need not be decided a second time when they are recorded: some 300 megabytes of memory. */
const mostKept = 20_000;

export type Report = (line: number, findings: readonly Finding[]) => void;

export interface Checked {
  readonly tally: Tally;
  /** The first cases that can be recorded, in the order of the file. */
  readonly kept: readonly ReadyCase[];
}

/** What would become of every line; nothing is recorded. */
export const checkLines = async (
  lines: AsyncIterable<Line>,
  importer: CaseImporter,
  report: Report,
  keep: number = mostKept,
): Promise<Checked> => {
  const tally = new Tally();
  const kept: ReadyCase[] = [];
  for await (const line of lines) {
    const examined = 'findings' in line ? { kind: 'wrong' as const, findings: line.findings } : await importer.examine(line);
    tally.add('type' in line ? line.type : undefined, examined.kind === 'ready' ? 'fit' : examined.kind);
    if (examined.kind === 'wrong') report(line.line, examined.findings);
    if (examined.kind === 'ready' && kept.length < keep) kept.push(examined);
  }
  return { tally, kept };
};

/** What can be recorded of a checked file; it is read again only for what was not kept. */
async function* readyCases({ tally, kept }: Checked, again: () => AsyncIterable<Line>, importer: CaseImporter): AsyncGenerator<ReadyCase> {
  yield* kept;
  if (kept.length === tally.of('fit')) return;
  const last = kept.at(-1)?.of.line ?? 0;
  for await (const line of again()) {
    if (line.line <= last || 'findings' in line) continue;
    const examined = await importer.examine(line);
    if (examined.kind === 'ready') yield examined;
  }
}

export interface Imported {
  readonly cases: number;
  readonly events: number;
}

/** Records every case that the rules allow. `progress` is told how many have been recorded so far. */
export const importCases = async (
  checked: Checked,
  again: () => AsyncIterable<Line>,
  importer: CaseImporter,
  progress: (cases: number) => void,
): Promise<Imported> => {
  let [cases, events] = [0, 0];
  let waiting: ReadyCase[] = [];
  const underWay: Promise<void>[] = [];
  const record = async (group: readonly ReadyCase[]): Promise<void> => {
    const recorded = await importer.record(group);
    events += recorded;
    cases += group.length;
    progress(cases);
  };
  const pass = async (): Promise<void> => {
    const recording = record(waiting);
    // It is awaited later; until then nobody else would hear of its failure.
    recording.catch(() => undefined);
    underWay.push(recording);
    waiting = [];
    await turn();
    if (underWay.length >= groupsAtOnce) await underWay.shift();
  };
  for await (const ready of readyCases(checked, again, importer)) if (waiting.push(ready) === casesAtOnce) await pass();
  await pass();
  await Promise.all(underWay);
  return { cases, events };
};
