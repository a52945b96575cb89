import { type Sentence, say } from '@app/cases';
import { type Cell, valueOf } from './cell';
import { sumOf } from './decimal';
import { type Form, rowOf } from './form';
import type { CheckedIdentity, IdentityStatus } from './identities';
import type { PublishedForm, PublishedReport, PublishedSum } from './published-report';
import { cellOf, type Report } from './report';
import { type LineStatus, printed, verdict } from './verdict';

export interface ComparedLine {
  readonly code: string;
  readonly title: Sentence;
  readonly unit: string | null;
  readonly ours: string | undefined;
  readonly published: string | undefined;
  readonly status: LineStatus;
  readonly reason?: Sentence;
}

export interface ComparedCheck {
  readonly id: string;
  readonly title: Sentence;
  readonly check: IdentityStatus;
  readonly status: 'holds' | 'cannot-judge' | 'warn' | 'explained' | 'different';
  readonly reason: Sentence;
}

export interface Comparison {
  readonly form: string;
  readonly year: number;
  readonly lines: readonly ComparedLine[];
  readonly checks: readonly ComparedCheck[];
  /** Lines and checks that nobody can explain. */
  readonly different: number;
}

const lineOf = (form: Form, cell: Cell, { figures, unpublished = {} }: PublishedForm): ComparedLine[] => {
  const row = rowOf(form, cell.code);
  if (row.kind === 'header') return [];
  const [ours, published] = [valueOf(cell), figures[row.code]];
  const title = say(row.zh, row.en);
  return [
    { code: row.code, title, unit: row.unit, ours, published: printed(published), ...verdict(ours, published, unpublished[row.code]) },
  ];
};

const sumLine = (form: Form, report: Report, { code, title, rows, value }: PublishedSum): ComparedLine => {
  const values = rows.flatMap((row) => valueOf(cellOf(report, row)) ?? []);
  const ours = values.length === rows.length ? sumOf(values) : undefined;
  return { code, title, unit: rowOf(form, rows[0] ?? '').unit, ours, published: value, ...verdict(ours, { value }, undefined) };
};

const checkVerdict = (
  { status, why, accountedFor }: CheckedIdentity,
  imbalance: Sentence | undefined,
): Pick<ComparedCheck, 'status' | 'reason'> => {
  if (status === 'pass') return { status: 'holds', reason: why };
  if (status === 'fail')
    return imbalance && accountedFor ? { status: 'explained', reason: imbalance } : { status: 'different', reason: why };
  return { status, reason: why };
};

const checkLine = (check: CheckedIdentity, { imbalances = {} }: PublishedForm): ComparedCheck => {
  const { id, kind, left, right, status } = check;
  const sign = kind.endsWith('eq') ? '=' : '≤';
  const title = say(`${left.text.zh} ${sign} ${right.text.zh}`, `${left.text.en} ${sign} ${right.text.en}`);
  return { id, title, check: status, ...checkVerdict(check, imbalances[id]) };
};

/** Compares a report, line by line and check by check, with what was published on the same form. */
export const compare = (form: Form, report: Report, published: PublishedReport): Comparison => {
  const figures = published.forms[form.id];
  if (!figures || published.year !== report.year) throw new Error(`${published.id} has no figures for ${form.id} of ${report.year}`);
  const lines = [
    ...report.cells.flatMap((cell) => lineOf(form, cell, figures)),
    ...(figures.sums ?? []).map((sum) => sumLine(form, report, sum)),
  ];
  const checks = report.checks.map((check) => checkLine(check, figures));
  const different = [...lines, ...checks].filter(({ status }) => status === 'different').length;
  return { form: form.id, year: report.year, lines, checks, different };
};
