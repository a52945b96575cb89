import type { FormTable } from '@app/reports';
import type { Filled, Grid } from '../grid';
import { blocks } from './blocks';
import { grouped } from './grouped';
import { listed } from './listed';
import { sideBySide } from './side-by-side';

type Layout = (filled: Filled, table: FormTable) => Grid;

const hasColumn = (code: string) => (table: FormTable) => table.columns.some((column) => column.code === code);
const hasLine = (code: string) => (table: FormTable) => table.lines.some((line) => line.code === code);
const isNarrow = ({ columns, lines }: FormTable): boolean => columns.length * lines.length <= 20;

/** By what a table holds and not by the form it is in, so that a county's variant of an official form is printed like it. */
const official: readonly { readonly is: (table: FormTable) => boolean; readonly layout: Layout }[] = [
  { is: ({ lines }) => lines.some(({ code }) => code.startsWith('t2-art20-')), layout: blocks },
  {
    is: (table) => hasColumn('natural-person')(table) && hasLine('carried-out')(table),
    layout: grouped({
      title: '申请人情况',
      corner: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    }),
  },
  {
    is: (table) => hasLine('reconsideration')(table) && isNarrow(table) && table.lines.every(({ cells }) => Object.keys(cells).length > 0),
    layout: sideBySide,
  },
];

/** The table as the authority prints it, or as a list where none has said how. */
export const gridOf = (filled: Filled, table: FormTable): Grid => (official.find(({ is }) => is(table))?.layout ?? listed)(filled, table);
