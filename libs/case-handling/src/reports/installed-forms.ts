import { say, type Sentence } from '@app/cases';
import { type FormBook, localBook, type Mistake, publishedForms, type StatedChange, type StatedForm } from '@app/reports';
import { z } from 'zod';
import { knownValues } from './known-values';
import { FormChange, FormsFile, WholeForm } from './local-forms-file';
import { ReportForms } from './report-forms';

/** The office's own forms as they stand in their file. */
export interface FormsContent {
  readonly file: string;
  readonly content: unknown;
}

const both = ({ zh, en }: Sentence): string => `${zh} (${en})`;

const insist = (file: string, mistakes: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): void => {
  if (mistakes.length === 0) return;
  const lines = mistakes.map(({ path, message }) => `  ${path.length > 0 ? z.core.toDotPath([...path]) : 'the file'}: ${message}`);
  throw new Error(`${both(say(`${file} 中的报表不能使用`, `${file} does not hold forms that can be used`))}:\n${lines.join('\n')}`);
};

type Parsed<T> =
  | { readonly value: T }
  | { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] };

const parsed = <T>(shape: z.ZodType<T>, value: unknown): Parsed<T> => {
  const result = shape.safeParse(value);
  return result.success ? { value: result.data } : { issues: result.error.issues };
};

const statedIn = (value: object): Parsed<StatedChange | StatedForm> =>
  'extends' in value ? parsed<StatedChange>(FormChange, value) : parsed<StatedForm>(WholeForm, value);

const issuesIn = (each: Parsed<unknown>, index: number) =>
  'issues' in each ? each.issues.map((issue) => ({ path: ['forms', index, ...issue.path], message: issue.message })) : [];

const told = ({ path, said }: Mistake) => ({ path, message: both(said) });

/**
 * Every form of this office: those that come with the program, and those its file adds or changes.
 * @throws naming the file, and for every mistake the way to it
 */
export const parseLocalForms = ({ file, content }: FormsContent, units: readonly string[]): FormBook => {
  const whole = FormsFile.safeParse(content);
  insist(file, whole.error?.issues ?? []);
  const stated = (whole.data?.forms ?? []).map(statedIn);
  insist(file, stated.flatMap(issuesIn));
  const { book, mistakes } = localBook(
    publishedForms,
    stated.flatMap((each) => ('value' in each ? [each.value] : [])),
    knownValues(units),
  );
  insist(file, mistakes.map(told));
  return book;
};

/** The forms of an installation by its settings. @throws what `parseLocalForms` throws */
export const installedForms = ({
  forms,
  units,
}: {
  readonly forms?: FormsContent | undefined;
  readonly units: readonly { readonly code: string }[];
}): ReportForms =>
  forms
    ? new ReportForms(
        parseLocalForms(
          forms,
          units.map(({ code }) => code),
        ),
      )
    : new ReportForms();
