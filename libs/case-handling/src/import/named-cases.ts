import { derivedId } from '../recording/case-ids';

// The id of every case of a file is remembered, and one that was put together from pieces is kept in pieces: 400 bytes instead of 100.
const inOnePiece = (text: string): string => Buffer.from(text, 'latin1').toString('latin1');

/** The id of an imported case. The type is part of it: registers of one office often number each for itself. */
export const importedId = (type: string, source: string, number: string): string => inOnePiece(derivedId('import', type, source, number));

type Data = Readonly<Record<string, unknown>>;

/** Fields that name another case of the same type by its id. */
const sameType = ['into', 'to', 'splitFrom'];

const naming = ['contests', ...sameType];

/** Whether a step names another case, by its id or by its old number. */
export const namesCase = (data: Data): boolean => naming.some((field) => data[field] !== undefined);

interface Named {
  readonly data: Data;
  /** Numbers of the cases named, by their ids. */
  readonly numbers: ReadonlyMap<string, string>;
}

const none: ReadonlyMap<string, string> = new Map();

const numberIn = (value: unknown): string | undefined => {
  const number = typeof value === 'object' && value !== null ? (value as { number?: unknown }).number : undefined;
  return typeof number === 'string' ? number : undefined;
};

/** The data of a step in which cases that are named by their old number are named by their id. */
export const withIds = (data: Data, type: string, source: string): Named => {
  const field = naming.find((name) => numberIn(data[name]) !== undefined);
  if (field === undefined) return { data, numbers: none };
  const { number, ...rest } = data[field] as { readonly number: string; readonly type?: string };
  const id = importedId(rest.type ?? type, source, number);
  return { data: { ...data, [field]: field === 'contests' ? { ...rest, id } : id }, numbers: new Map([[id, number]]) };
};
