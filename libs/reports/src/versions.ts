import { type Sentence, say } from '@app/cases';
import type { Cell } from './cell';
import type { Form } from './form';
import { isAskedFor } from './form-book';
import type { Report } from './report';

/** A version of a form, filled in for the year. */
export interface FilledVersion {
  readonly form: Form;
  readonly report: Report;
}

/** What stands in a cell under one version. */
export interface VersionCell {
  readonly version: number;
  readonly label: Sentence;
  readonly unit: string | null;
  readonly state: Cell['state'];
  readonly text: string;
}

/** `new`: the oldest version does not have it; `gone`: the newest does not; `differs`: other figures under two versions that have it. */
export type VersionChange = 'same' | 'differs' | 'new' | 'gone';

export interface VersionLine {
  readonly code: string;
  readonly change: VersionChange;
  /** It has not the same label or unit under all of them. */
  readonly relabelled: boolean;
  /** Oldest version first; a version without this cell is left out. */
  readonly cells: readonly VersionCell[];
}

export interface SideBySide {
  readonly form: string;
  readonly year: number;
  readonly position: number;
  readonly asOf: string;
  readonly versions: readonly {
    readonly version: number;
    readonly title: Sentence;
    readonly validYears: readonly [number, number];
    /** It is the one that is asked for in this year. */
    readonly isAskedFor: boolean;
    readonly broken: readonly string[];
  }[];
  /** Every cell that any version has, those of the newest in their order and then those that are gone. */
  readonly lines: readonly VersionLine[];
}

const cellUnder = ({ form, report }: FilledVersion, code: string): VersionCell | undefined => {
  const index = form.rows.findIndex((row) => row.code === code && row.kind === 'value');
  const [row, cell] = [form.rows[index], report.cells[index]];
  return row && cell && { version: form.version, label: say(row.zh, row.en), unit: row.unit, state: cell.state, text: cell.text };
};

const changeOf = (cells: readonly VersionCell[], oldest: number | undefined, newest: number | undefined): VersionChange => {
  if (cells.at(-1)?.version !== newest) return 'gone';
  if (cells[0]?.version !== oldest) return 'new';
  return cells.every(({ state, text }) => state === cells[0]?.state && text === cells[0].text) ? 'same' : 'differs';
};

const lineOf = (versions: readonly FilledVersion[], code: string): VersionLine => {
  const cells = versions.flatMap((version) => cellUnder(version, code) ?? []);
  const [first] = cells;
  return {
    code,
    change: changeOf(cells, versions[0]?.form.version, versions.at(-1)?.form.version),
    relabelled: cells.some(({ label, unit }) => label.zh !== first?.label.zh || unit !== first.unit),
    cells,
  };
};

/** The figures of one year under every version of a form, all of the same moment; oldest version first, and at least one. */
export const sideBySide = (versions: readonly [FilledVersion, ...FilledVersion[]]): SideBySide => {
  const [{ report }] = versions;
  const codes = new Set(
    versions.toReversed().flatMap(({ form }) => form.rows.flatMap(({ kind, code }) => (kind === 'value' ? [code] : []))),
  );
  return {
    form: report.form.id,
    year: report.year,
    position: report.position,
    asOf: report.asOf,
    versions: versions.map(({ form, report: { checks } }) => ({
      version: form.version,
      title: form.title,
      validYears: form.validYears,
      isAskedFor: isAskedFor(form, report.year),
      broken: checks.flatMap(({ id, status }) => (status === 'fail' || status === 'warn' ? [id] : [])),
    })),
    lines: [...codes].map((code) => lineOf(versions, code)),
  };
};
