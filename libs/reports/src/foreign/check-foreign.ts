import type { Form } from '../form';
import type { Checked } from '../side';
import { checkForeignIdentities } from './check-identities';
import { checkStatements } from './check-statements';
import { checkText } from './check-text';
import { cellsOfForeign, checkCells } from './foreign-cells';
import { formOfForeign } from './foreign-form';
import type { Finding, ForeignReport, ForeignVerdict } from './foreign-report';

export interface CheckedForeign {
  readonly report: ForeignReport;
  readonly form: Form;
  /** The report of the same agency for the year before, where there is one. */
  readonly previous?: ForeignReport | undefined;
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<ForeignVerdict, number>>;
}

/** The report of the same agency for the year before. */
export const previousOf = ({ agency, year }: ForeignReport, all: readonly ForeignReport[]): ForeignReport | undefined =>
  year === undefined ? undefined : all.find((each) => each.agency === agency && each.year === year - 1);

const countsOf = (findings: readonly Finding[]): CheckedForeign['counts'] => {
  const counts = { pass: 0, fail: 0, warn: 0, 'cannot-judge': 0 };
  for (const { verdict } of findings) counts[verdict] += 1;
  return counts;
};

/**
 * Checks somebody else's report: each cell by itself, the identities of its form, those across the years beside the report of the year
 * before, and what its text says again. Undefined when it is printed on no form we know. Blank is never zero.
 */
export const checkForeign = (report: ForeignReport, previous?: ForeignReport): CheckedForeign | undefined => {
  const form = formOfForeign(report);
  if (!form) return undefined;
  const formBefore = previous && formOfForeign(previous);
  const checked: Checked = {
    form,
    cellOf: cellsOfForeign(form, report),
    ...(previous && formBefore && { previous: cellsOfForeign(formBefore, previous) }),
  };
  const narrative = report.narrative ?? {};
  const findings = [
    ...checkCells(form, report),
    ...checkForeignIdentities(checked),
    ...checkStatements(checked, narrative),
    ...checkText(checked, narrative),
  ];
  return { report, form, ...(checked.previous && { previous }), findings, counts: countsOf(findings) };
};
