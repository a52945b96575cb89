import { codeOf, type Form, type FormTable, rowOf } from '@app/reports';

const tableOf = ({ id, tables }: Form, code: string): FormTable => {
  const table = tables.find((each) => each.code === code);
  if (!table) throw new Error(`${id} has no ${code}`);
  return table;
};

const lineIn = (cell: string): string => cell.slice(0, cell.indexOf(':'));

interface ApplicantColumn {
  readonly code: string;
  /** As cases know it. */
  readonly kind: string;
}

/** The columns of table three but their total, with the applicants who stand in each. */
export const applicantColumns = (form: Form): readonly ApplicantColumn[] =>
  tableOf(form, 'table-3').columns.flatMap(({ code }) => {
    const { figure } = rowOf(form, `new-received:${code}`);
    const kind = figure.kind === 'computed' ? figure.measures[0]?.where.kind : undefined;
    return typeof kind === 'string' ? [{ code, kind }] : [];
  });

/** The lines of table three in which a request can end, in their order. */
export const resultLines = (form: Form): readonly string[] => {
  const results = form.identities.find(({ id }) => id === 'b2:total');
  if (!results) throw new Error(`${form.id} divides no results`);
  return results.right.map((term) => lineIn(codeOf(term)));
};

export const proceedingLines = (form: Form): readonly string[] => tableOf(form, 'table-4').lines.map(({ code }) => code);

/** The columns of table four but their total. */
export const proceedingParts = ['upheld', 'corrected', 'other', 'pending'] as const;
export type ProceedingPart = (typeof proceedingParts)[number];
