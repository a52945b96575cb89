/** A statement's text and the values bound to it. Identifiers come from `Table` descriptions alone, values are always bound. */
export interface Sql {
  readonly text: string;
  readonly values: readonly unknown[];
}

export const quoted = (identifier: string): string => `"${identifier}"`;

export const quotedList = (identifiers: readonly string[]): string => identifiers.map(quoted).join(', ');

/** `(?, ?), (?, ?)`: the one place that knows how a value is held open. */
export const placeholders = (rows: number, columns: number): string => {
  const row = `(${Array(columns).fill('?').join(', ')})`;
  return Array(rows).fill(row).join(', ');
};

/** One value held open. */
export const placeholder = '?';
