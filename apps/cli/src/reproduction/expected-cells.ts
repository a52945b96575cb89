import type { Form } from '@app/reports';
import { applicantColumns, proceedingLines, proceedingParts, resultLines } from './lines';
import type { PublishedParts, RequestCounts } from './published-parts';

const settled = ({ results }: RequestCounts): number => Object.values(results).reduce((sum, n) => sum + n, 0);

/** The cells that cases made of these parts must come to, with every total added up. */
export const expectedCells = (form: Form, { requests, proceedings, declared }: PublishedParts): ReadonlyMap<string, string> => {
  const cells = new Map<string, string>(Object.entries(declared));
  const columns = applicantColumns(form).map(({ code }) => code);
  const across = (line: string, of: (counts: RequestCounts) => number): void => {
    const counts = columns.map((column) => of(requests[column]!));
    for (const [at, column] of columns.entries()) cells.set(`${line}:${column}`, String(counts[at]));
    cells.set(`${line}:total`, String(counts.reduce((sum, n) => sum + n, 0)));
  };
  across('new-received', ({ received }) => received);
  across('carried-in', ({ carriedIn }) => carriedIn);
  for (const line of resultLines(form)) across(line, ({ results }) => results[line] ?? 0);
  across('results-total', settled);
  across('carried-out', ({ carriedOut }) => carriedOut);
  for (const line of proceedingLines(form)) {
    const parts = proceedingParts.map((part) => [`${line}:${part}`, proceedings[`${line}:${part}`] ?? 0] as const);
    for (const [code, n] of parts) cells.set(code, String(n));
    cells.set(`${line}:total`, String(parts.reduce((sum, [, n]) => sum + n, 0)));
  }
  return cells;
};
