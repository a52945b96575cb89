import type { ReportPapers } from '@app/case-handling';
import { reportDocx, reportHtml, reportXlsx } from '@app/documents';
import { reportCsv } from '@app/reports';

/** A kind of file that a report can be downloaded as. */
interface FileKind {
  readonly type: string;
  readonly make: (papers: ReportPapers) => Promise<string | Uint8Array>;
}

/** By what is asked for as `format`. JSON is the report itself. */
export const fileKinds = {
  csv: { type: 'text/csv; charset=utf-8', make: async ({ form, report, digest }) => reportCsv(form, report, digest) },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', make: reportXlsx },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', make: reportDocx },
  html: { type: 'text/html; charset=utf-8', make: reportHtml },
} as const satisfies Record<string, FileKind>;

export type FileFormat = keyof typeof fileKinds;

/** `gk-2021-2024.docx`; of a unit with its code. */
export const fileName = ({ report }: ReportPapers, format: FileFormat): string =>
  [report.form.id, report.year, ...(report.unit === undefined ? [] : [report.unit])].join('-') + `.${format}`;
