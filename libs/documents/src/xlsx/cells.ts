import { harmless } from '@app/reports';
import type { CellObject } from 'write-excel-file/node';
import { type CellKind, type GridCell } from '../grid';
import { markOf } from '../notices';
import { printable } from '../text';

/** What Excel takes, less room for the signs that are put before others. */
const longest = 32_000;

/** A text that Excel shows as it is: `_x0041_` would become A, and what begins like a formula is no formula. */
export const excelText = (text: string): string =>
  harmless(printable(text))
    .slice(0, longest)
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** A text in pieces that fit into a cell. */
export const pieces = (text: string): readonly string[] => {
  const characters = [...text];
  const size = longest / 2;
  return Array.from({ length: Math.max(1, Math.ceil(characters.length / size)) }, (_, index) =>
    characters.slice(index * size, (index + 1) * size).join(''),
  );
};

const border = { borderStyle: 'thin', borderColor: '#000000' } as const;

export const textCell = (text: string, look: Omit<CellObject, 'value' | 'type'> = {}): CellObject => ({
  type: String,
  value: excelText(text),
  wrap: true,
  alignVertical: 'center',
  ...look,
});

/** Excel keeps fifteen digits; a figure of more would be another one, and stays a text. */
const isExact = (value: string): boolean => value.replace(/^-?0*|\D/g, '').length <= 15;

/** The number with as many decimals as were stated, and behind it what the form prints there. */
const formatOf = (value: string, suffix: string): string => {
  const places = value.split('.')[1]?.length ?? 0;
  return `0${places > 0 ? `.${'0'.repeat(places)}` : ''}${suffix && `"${suffix}"`}`;
};

const figureCell = (each: GridCell): CellObject => {
  const { cell, text } = each;
  if (cell?.state !== 'number' || !isExact(cell.value)) {
    return { ...textCell(text + markOf(each)), align: cell?.state === 'number' ? 'right' : 'center', ...border };
  }
  const percent = cell.text.endsWith('%') ? '%' : '';
  return {
    type: Number,
    value: Number(cell.value),
    format: formatOf(cell.value, percent + markOf(each)),
    align: 'right',
    alignVertical: 'center',
    ...border,
  };
};

const looks: Readonly<Record<CellKind, (each: GridCell) => CellObject>> = {
  head: ({ text }) => ({ ...textCell(text, { fontWeight: 'bold', align: 'center' }), ...border }),
  label: ({ text, indent = 0 }) => ({ ...textCell(text, { align: 'left', ...(indent > 0 && { indent }) }), ...border }),
  text: ({ text }) => ({ ...textCell(text, { align: 'center' }), ...border }),
  figure: figureCell,
};

/** A cell of the grid as one of the sheet. */
export const sheetCell = (each: GridCell): CellObject => ({
  ...looks[each.kind](each),
  ...(each.columns > 1 && { columnSpan: each.columns }),
  ...(each.rows > 1 && { rowSpan: each.rows }),
});
