import type { Form } from './form';
import { forms } from './forms';

/** Every form that can be filled in, each in one or more versions. */
export type FormBook = readonly Form[];

/** The forms that come with the program. */
export const publishedForms: FormBook = Object.values(forms);

const isFor = ({ validYears: [first, last] }: Form, year: number): boolean => year >= first && year <= last;

/** All versions of a form, oldest first; none when there is no such form. */
export const versionsOf = (book: FormBook, id: string): readonly Form[] =>
  book.filter((form) => form.id === id).toSorted((one, other) => one.version - other.version);

/**
 * The version that is asked for in that year, the newest where several are, and the newest of all where none is. A version that is named
 * is that one.
 */
export const formFor = (book: FormBook, id: string, year: number, version?: number): Form | undefined => {
  const versions = versionsOf(book, id).toReversed();
  return version === undefined
    ? (versions.find((form) => isFor(form, year)) ?? versions[0])
    : versions.find((form) => form.version === version);
};

/** Whether the authority asks for this version in that year. */
export const isAskedFor = isFor;
