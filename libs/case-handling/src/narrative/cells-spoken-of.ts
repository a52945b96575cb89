import { type CellReference, type Form, type FormBook, formFor } from '@app/reports';

/** The form that a text of this report means, in the version for the year meant; undefined when there is none. */
export const formMeant = (
  book: FormBook,
  { form, year }: { readonly form: Form; readonly year: number },
  { form: named, yearsBack }: CellReference,
): Form | undefined => {
  if (named !== undefined && named !== form.id) return formFor(book, named, year - yearsBack);
  return yearsBack === 0 ? form : formFor(book, form.id, year - yearsBack);
};

/** Codes of its cells that have a figure. */
export const codesOf = ({ rows }: Form): readonly string[] => rows.flatMap(({ kind, code }) => (kind === 'value' ? [code] : []));
