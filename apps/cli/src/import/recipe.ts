/** A column of the CSV file that has a field of a step in its cells. */
export interface Column {
  /** Its heading, and the heading in Chinese, which may stand instead. */
  readonly name: string;
  readonly zh: string;
  /** The field of the command. */
  readonly field: string;
  /** What stands in the example line; nothing where it is left out there. */
  readonly example?: string;
  /** What the text of a cell means, where that is not the text. */
  readonly as?: (cell: string) => unknown;
}

/** A step that a line tells of when the column of its time is filled. */
export interface RecipeStep {
  readonly command: string;
  readonly at: { readonly name: string; readonly zh: string; readonly example?: string };
  readonly columns: readonly Column[];
  /** Of steps that have the same column for their time, the one whose turn it is in this line. */
  readonly when?: (cell: (column: string) => string) => boolean;
}

/** How a line of a type of case becomes steps, in the order in which they are taken. */
export type Recipe = readonly RecipeStep[];

export const column = (name: string, zh: string, field: string, example?: string, as?: Column['as']): Column => ({
  name,
  zh,
  field,
  ...(example !== undefined && { example }),
  ...(as && { as }),
});

const yes: readonly string[] = ['yes', 'true', '1', '是'];
const no: readonly string[] = ['no', 'false', '0', '否'];

/** What is neither yes nor no stays as it is, and the shape of the command refuses it. */
export const truth = (cell: string): unknown => {
  if (yes.includes(cell)) return true;
  return no.includes(cell) ? false : cell;
};

/** A list with bars or semicolons between its members. */
export const list = (cell: string): readonly string[] => cell.split(/[|;；]/).map((part) => part.trim());

/** What is no number stays as it is, and the shape refuses it. */
export const amount = (cell: string): unknown => (/^\d{1,9}$/.test(cell) ? Number(cell) : cell);

export const numbered =
  (type?: string) =>
  (cell: string): unknown => ({ ...(type && { type }), number: cell });
