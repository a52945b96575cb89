import type { Sentence } from '@app/cases';
import { cellsOfForeign, checkForeign, type Finding, type ForeignReport, type Report, valueOf } from '@app/reports';
import type { PlannedReport } from './plan-report';

/** `contradiction`: the published figure cannot be, beside the others that were published; what came out is what they come to. */
export type ReproducedStatus = 'equal' | 'blank' | 'contradiction' | 'different';

export interface ReproducedLine {
  readonly code: string;
  readonly title: Sentence;
  readonly published: string | undefined;
  readonly ours: string | undefined;
  /** What the cases were planned to come to. */
  readonly expected: string | undefined;
  readonly status: ReproducedStatus;
}

export interface Reproduction {
  readonly lines: readonly ReproducedLine[];
  /** The sums of tables three and four that do not hold in the published report. */
  readonly contradictions: readonly Finding[];
}

/** What a published figure is worth beside what its parts come to. */
const statusOf = ({ published, ours, expected }: Omit<ReproducedLine, 'status'>, isContradictory: boolean): ReproducedStatus => {
  if (ours !== expected) return 'different';
  if (published === undefined) return 'blank';
  if (published === ours) return 'equal';
  return isContradictory ? 'contradiction' : 'different';
};

/** The sums of tables three and four. */
const isOwnSum = ({ id, verdict }: Finding): boolean => verdict === 'fail' && /^b\d:/.test(id);

/** The report that was computed from the planned cases beside the published one, cell by cell. */
export const compareReproduced = (
  { form, expected }: Pick<PlannedReport, 'form' | 'expected'>,
  published: ForeignReport,
  computed: Pick<Report, 'cells'>,
): Reproduction => {
  const theirs = cellsOfForeign(form, published);
  const ours = new Map(computed.cells.map((cell) => [cell.code, valueOf(cell)]));
  const contradictions = checkForeign(published)?.findings.filter(isOwnSum) ?? [];
  const lines = form.rows.flatMap(({ code, zh, en, kind }): ReproducedLine[] => {
    if (kind === 'header') return [];
    const line = { code, title: { zh, en }, published: valueOf(theirs(code)), ours: ours.get(code), expected: expected.get(code) };
    return [{ ...line, status: statusOf(line, contradictions.length > 0) }];
  });
  return { lines, contradictions };
};

/** The lines with this status. */
export const linesWith = ({ lines }: Reproduction, status: ReproducedStatus): readonly ReproducedLine[] =>
  lines.filter((line) => line.status === status);
