import type { Sentence } from '@app/cases';
import type { Form, Report, ReportCharts } from '@app/reports';

/** A chapter of the narrative; one with a table has it after its paragraphs. */
export interface Chapter {
  /** As printed, with its number: 一、总体情况. */
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly tableCode?: string;
}

/** What a report was sealed as. */
export interface Sealed {
  readonly number: string | number;
  /** A date or an instant. */
  readonly on: string;
  readonly by: string;
}

/** A report and all that is printed with it. Files made from equal documents are equal byte by byte. */
export interface ReportDocument {
  /** The form the report was filled in on. */
  readonly form: Form;
  readonly report: Report;
  /** SHA-256 of the report as JSON, in hexadecimal. */
  readonly digest: string;
  /** 填报单位, as it is printed. */
  readonly agency: string;
  readonly chapters?: readonly Chapter[];
  readonly charts?: ReportCharts;
  readonly sealed?: Sealed;
  /** What else the reader must know, one sentence each: where the text and the tables differ, or this year and the last. */
  readonly verdicts?: readonly Sentence[];
}
