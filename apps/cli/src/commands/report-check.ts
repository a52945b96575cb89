import { type CheckedForeign, checkForeign, previousOf } from '@app/reports';
import { countsText, findingsText } from './report-findings';
import { type ReadFile, readReportFile } from './report-file';

export interface CheckOptions {
  readonly files: readonly string[];
  /** Show what passes too. */
  readonly all: boolean;
  /** For machines. */
  readonly json: boolean;
  readonly out: NodeJS.WritableStream;
  readonly problems: NodeJS.WritableStream;
}

interface Named {
  readonly file: string;
  readonly read: ReadFile;
}

const asJson = (checked: readonly CheckedForeign[], without: readonly { readonly file: string; readonly kind: string }[]): string =>
  JSON.stringify(
    {
      reports: checked.map(({ report: { id, agency, year }, form, previous, counts, findings }) => ({
        id,
        agency,
        year: year ?? null,
        form: form.id,
        previous: previous?.id ?? null,
        counts,
        findings,
      })),
      notChecked: without,
    },
    undefined,
    2,
  );

/**
 * Checks published reports, those of one agency beside each other by year. Returns the exit code: 0 when nothing fails, 1 when something
 * does, 2 when a file cannot be read.
 */
export const checkReportFiles = ({ files, all, json, out, problems }: CheckOptions): number => {
  const named = files.map((file): Named => ({ file, read: readReportFile(file) }));
  const unreadable = named.flatMap(({ file, read }) => (read.is === 'unreadable' ? [`${file}: ${read.why}`] : []));
  if (unreadable.length > 0) {
    problems.write(`无法读取 cannot be read:\n  ${unreadable.join('\n  ')}\n`);
    return 2;
  }
  const reports = named.flatMap(({ read }) => (read.is === 'report' ? [read.report] : []));
  const bulletins = named.flatMap(({ file, read }) => (read.is === 'bulletin' ? [{ file, kind: read.kind }] : []));
  const checked = reports.flatMap((report) => checkForeign(report, previousOf(report, reports)) ?? []);
  if (json) out.write(`${asJson(checked, bulletins)}\n`);
  else {
    const without = bulletins.map(
      ({ file, kind }) => `${file}: 该格式（${kind}）没有可核对的表格 this format has no table whose sums could be checked`,
    );
    out.write(`${[...checked.map((each) => findingsText(each, all)), ...without, countsText(checked)].join('\n')}\n`);
  }
  return checked.some(({ counts }) => counts.fail > 0) ? 1 : 0;
};
