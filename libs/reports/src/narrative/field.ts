import { type Sentence, say } from '@app/cases';

/** A cell that a text speaks of. */
export interface CellReference {
  /** Another form of the same year; the one the text belongs to without it. */
  readonly form?: string | undefined;
  readonly code: string;
  /** 1: in the report of the year before. */
  readonly yearsBack: 0 | 1;
}

type Sum = readonly CellReference[];

/** What is written between double braces. */
export type Field =
  | { readonly kind: 'figure'; readonly sum: Sum }
  /** By how many per cent the sum is more or less than in the year before. */
  | { readonly kind: 'change'; readonly sum: Sum; readonly places: number }
  /** A sum in per cent of another. */
  | { readonly kind: 'share'; readonly sum: Sum; readonly of: Sum; readonly places: number }
  | { readonly kind: 'year'; readonly yearsBack: 0 | 1 }
  | { readonly kind: 'agency' };

type Read<T> = T | { readonly wrong: Sentence };

export const isWrong = <T extends object>(read: Read<T>): read is { readonly wrong: Sentence } => 'wrong' in read;

const reference = /^(?:([a-z][a-z0-9-]{0,39})\/)?([a-z][a-z0-9-]{0,39}(?::[a-z][a-z0-9-]{0,39})?)(@-1)?$/;

const sumIn = (text: string): Read<Sum> => {
  const terms: CellReference[] = [];
  for (const term of text.split('+')) {
    const [, form, code, before] = reference.exec(term) ?? [];
    if (code === undefined)
      return { wrong: say(`“${term}”不是单元格代码，如 new-received:total`, `"${term}" is no code of a cell, such as new-received:total`) };
    terms.push({ ...(form !== undefined && { form }), code, yearsBack: before ? 1 : 0 });
  }
  return terms;
};

const unknownWords = say(
  '写法为 {{代码}}、{{代码@-1}}、{{change 代码}}、{{share 代码 of 代码}}，后两者可加 places 0 至 4',
  'write {{code}}, {{code@-1}}, {{change code}} or {{share code of code}}, the last two with places 0 to 4',
);

/** Decimal places: the usual ones where nothing is said. */
const placesIn = (words: readonly string[], usual: number): Read<{ readonly places: number }> => {
  if (words.length === 0) return { places: usual };
  const [word, places = ''] = words;
  return words.length === 2 && word === 'places' && /^[0-4]$/.test(places) ? { places: Number(places) } : { wrong: unknownWords };
};

const changeIn = ([text = '', ...rest]: readonly string[]): Read<Field> => {
  const [sum, places] = [sumIn(text), placesIn(rest, 1)];
  if (isWrong(sum)) return sum;
  if (isWrong(places)) return places;
  return sum.some(({ yearsBack }) => yearsBack === 1)
    ? { wrong: say('change 本身就是与上年相比，代码后不加 @-1', 'change compares with the year before by itself: write it without @-1') }
    : { kind: 'change', sum, ...places };
};

const shareIn = ([text = '', word, whole = '', ...rest]: readonly string[]): Read<Field> => {
  const [sum, of, places] = [sumIn(text), sumIn(whole), placesIn(rest, 2)];
  if (word !== 'of') return { wrong: unknownWords };
  if (isWrong(sum)) return sum;
  if (isWrong(of)) return of;
  return isWrong(places) ? places : { kind: 'share', sum, of, ...places };
};

const named: Readonly<Record<string, Field>> = {
  year: { kind: 'year', yearsBack: 0 },
  'year@-1': { kind: 'year', yearsBack: 1 },
  agency: { kind: 'agency' },
};

const readers: Readonly<Record<string, (words: readonly string[]) => Read<Field>>> = { change: changeIn, share: shareIn };

/** Understands what stands between double braces; in plain words what is wrong with it otherwise. */
export const fieldIn = (text: string): Read<Field> => {
  const words = text
    .trim()
    .replaceAll(/\s*\+\s*/g, '+')
    .split(/\s+/);
  const [first = '', ...rest] = words;
  if (rest.length === 0 && Object.hasOwn(named, first)) return named[first]!;
  if (Object.hasOwn(readers, first) && rest.length > 0) return readers[first]!(rest);
  if (rest.length > 0 || first === '') return { wrong: unknownWords };
  const sum = sumIn(first);
  return isWrong(sum) ? sum : { kind: 'figure', sum };
};

const yearBefore = (sum: Sum): Sum => sum.map((each) => ({ ...each, yearsBack: 1 as const }));

/** Every cell that a field needs. */
export const referencesOf = (field: Field): readonly CellReference[] => {
  if (field.kind === 'figure') return field.sum;
  if (field.kind === 'change') return [...field.sum, ...yearBefore(field.sum)];
  return field.kind === 'share' ? [...field.sum, ...field.of] : [];
};
