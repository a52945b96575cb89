import { setImmediate as turn } from 'node:timers/promises';
import type { CaseImporter, Finding } from '@app/case-handling';
import type { Line } from './line';
import type { Spool, Texts } from './spool';
import { Tally } from './tally';

/** Cases whose events share a transaction: as many as the log takes into one, and no more numbers lost at a sudden end. */
const casesAtOnce = 256;

/** While one group is being written, the next is made ready. */
const groupsAtOnce = 2;

export type Report = (line: number, findings: readonly Finding[]) => void;

/** What would become of every line; nothing is recorded. What can be goes into the spool, where there is one. */
export const checkLines = async (lines: AsyncIterable<Line>, importer: CaseImporter, report: Report, spool?: Spool): Promise<Tally> => {
  const tally = new Tally();
  for await (const line of lines) {
    const examined = 'findings' in line ? { kind: 'wrong' as const, findings: line.findings } : await importer.examine(line);
    tally.add('type' in line ? line.type : undefined, examined.kind === 'ready' ? 'fit' : examined.kind);
    if (examined.kind === 'wrong') report(line.line, examined.findings);
    if (examined.kind === 'ready') spool?.add(importer.textsOf(examined));
  }
  return tally;
};

export interface Imported {
  readonly cases: number;
  readonly events: number;
}

/** Records every case of a spool, in its order. `progress` is told how many have been recorded so far. */
export const importCases = async (spool: Spool, importer: CaseImporter, progress: (cases: number) => void): Promise<Imported> => {
  let [cases, events] = [0, 0];
  let waiting: Texts[] = [];
  const underWay: Promise<void>[] = [];
  const record = async (group: readonly Texts[]): Promise<void> => {
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
  for (const texts of spool.all()) if (waiting.push(texts) === casesAtOnce) await pass();
  await pass();
  await Promise.all(underWay);
  return { cases, events };
};
