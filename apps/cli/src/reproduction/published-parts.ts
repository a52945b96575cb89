import { cellsOfForeign, type Form, type ForeignReport } from '@app/reports';
import { applicantColumns, proceedingLines, proceedingParts, resultLines } from './lines';

/** How many of each part there are for one kind of applicant; every request has one way in and one way out. */
export interface RequestCounts {
  readonly received: number;
  readonly carriedIn: number;
  /** By the line of the result. */
  readonly results: Readonly<Record<string, number>>;
  readonly carriedOut: number;
}

/** What a report says in its smallest parts, so that cases can be made of it. */
export interface PublishedParts {
  /** By the column of the applicant. */
  readonly requests: Readonly<Record<string, RequestCounts>>;
  /** By line and column of table four: `reconsideration:upheld`. */
  readonly proceedings: Readonly<Record<string, number>>;
  /** Table two, exactly as it is stated. */
  readonly declared: Readonly<Record<string, string>>;
}

/** A whole number, or blank. */
type Count = number | undefined;

const sum = (counts: readonly Count[]): number => counts.reduce<number>((total, count) => total + (count ?? 0), 0);

/** What a total has beyond its parts goes to the first part that is blank. */
export const completed = (total: Count, parts: readonly Count[]): readonly Count[] => {
  const rest = (total ?? 0) - sum(parts);
  const first = parts.indexOf(undefined);
  return rest > 0 && first >= 0 ? parts.with(first, rest) : parts;
};

interface Column {
  readonly received: Count;
  readonly carriedIn: Count;
  readonly results: readonly Count[];
  readonly total: Count;
  readonly carriedOut: Count;
}

const known = (...counts: readonly Count[]): boolean => counts.every((count) => count !== undefined);

/**
 * Results and what is carried out are kept as published: each is somebody's request. What came in gives way where the report contradicts
 * itself, the new before what was carried in; what is blank is reckoned from the rest.
 */
const balanced = (lines: readonly string[], column: Column): RequestCounts => {
  const { received, carriedIn, total, carriedOut } = column;
  const arrived = known(received, carriedIn, carriedOut) ? Math.max(0, sum([received, carriedIn]) - sum([carriedOut])) : undefined;
  const results = completed(total ?? arrived, column.results).map((count) => count ?? 0);
  const settled = sum(results);
  const open = carriedOut ?? (received === undefined ? 0 : Math.max(0, received + sum([carriedIn]) - settled));
  const out = settled + open;
  const old = Math.min(out, carriedIn ?? (received === undefined ? 0 : Math.max(0, out - received)));
  return {
    received: out - old,
    carriedIn: old,
    results: Object.fromEntries(lines.map((line, index) => [line, results[index] ?? 0])),
    carriedOut: open,
  };
};

/** The parts of a published report, made consistent with each other. */
export const partsOf = (form: Form, report: ForeignReport): PublishedParts => {
  const cellOf = cellsOfForeign(form, report);
  const count = (code: string): Count => {
    const cell = cellOf(code);
    return cell.state === 'number' ? Number(cell.value) : undefined;
  };
  const columns = applicantColumns(form).map(({ code }) => code);
  const lines = resultLines(form);
  /** A line by applicant, with what only its total knows. */
  const across = (line: string): readonly Count[] =>
    completed(
      count(`${line}:total`),
      columns.map((column) => count(`${line}:${column}`)),
    );
  const [received, carriedIn, total, carriedOut] = ['new-received', 'carried-in', 'results-total', 'carried-out'].map(across);
  const results = lines.map(across);
  const requests = columns.map((column, at) => {
    const parts = { received: received?.[at], carriedIn: carriedIn?.[at], total: total?.[at], carriedOut: carriedOut?.[at] };
    return [column, balanced(lines, { ...parts, results: results.map((line) => line[at]) })];
  });
  const proceedings = proceedingLines(form).flatMap((line) => {
    const codes = proceedingParts.map((part) => `${line}:${part}`);
    const counts = completed(count(`${line}:total`), codes.map(count));
    return codes.map((code, at) => [code, counts[at] ?? 0]);
  });
  const declared = form.rows.flatMap(({ code, figure }) => {
    const cell = cellOf(code);
    return figure.kind === 'declared' && cell.state === 'number' ? [[code, cell.value]] : [];
  });
  return {
    requests: Object.fromEntries(requests),
    proceedings: Object.fromEntries(proceedings),
    declared: Object.fromEntries(declared),
  };
};
