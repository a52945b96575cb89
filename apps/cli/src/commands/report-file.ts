import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { checkable, type ForeignReport } from '@app/reports';
import { z } from 'zod';

const Cells = z.record(z.string(), z.unknown());

const Agency = z.union([z.string().min(1), z.object({ zh: z.string().min(1) }).transform(({ zh }) => zh)]);

/** A published report as somebody copied it into a file; what stands in its cells is checked afterwards, not here. */
const ReportFile = z.object({
  id: z.string().min(1).optional(),
  agency: Agency,
  year: z.int().min(2000).max(2100).nullish(),
  format: z.enum(checkable),
  cells: Cells,
  narrative: Cells.optional(),
});

/** Bulletins have lines and no table with identities. */
const BulletinFile = z.object({ kind: z.string(), figures: z.unknown() });

export type ReadFile =
  | { readonly is: 'report'; readonly report: ForeignReport }
  | { readonly is: 'bulletin'; readonly kind: string }
  /** Why the file cannot be read: what is wrong, and where in it. */
  | { readonly is: 'unreadable'; readonly why: string };

const unreadable = (why: string): ReadFile => ({ is: 'unreadable', why });

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const parsed = (text: string): { readonly value: unknown } | { readonly why: string } => {
  try {
    // Editors of other systems begin a file with this mark.
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    return { why: said(error) };
  }
};

const issueOf = ({ path, message }: z.core.$ZodIssue): string => `${path.length > 0 ? path.join('.') : '（文件）'}: ${message}`;

/** Reads a report from a file of JSON. Never throws: what cannot be read says why. */
export const readReportFile = (file: string): ReadFile => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return unreadable(said(error));
  }
  const json = parsed(text);
  if ('why' in json) return unreadable(`不是JSON not JSON: ${json.why}`);
  const bulletin = BulletinFile.safeParse(json.value);
  if (bulletin.success) return { is: 'bulletin', kind: bulletin.data.kind };
  const report = ReportFile.safeParse(json.value);
  if (!report.success) return unreadable(report.error.issues.map(issueOf).join('; '));
  const { id = basename(file, '.json'), year, ...told } = report.data;
  return { is: 'report', report: { ...told, id, year: year ?? undefined } };
};
