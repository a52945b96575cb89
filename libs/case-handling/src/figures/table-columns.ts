import { say, type Sentence } from '@app/cases';

/** A column of the table in which an office fills in its figures. */
export type TableColumn = 'code' | 'label' | 'measure' | 'value' | 'unit' | 'source' | 'note' | 'reason';

/** Their headings, in the order in which the table is given out. */
export const tableColumns: Readonly<Record<TableColumn, Sentence>> = {
  code: say('代码', 'code'),
  label: say('名称', 'label'),
  measure: say('单位', 'measure'),
  value: say('数值', 'value'),
  unit: say('机构', 'unit'),
  source: say('来源', 'source'),
  note: say('备注', 'note'),
  reason: say('理由', 'reason'),
};

export const columnNames = Object.keys(tableColumns) as readonly TableColumn[];

export const requiredColumns: readonly TableColumn[] = ['code', 'value', 'source'];

/** How many characters each may have; a label is not read at all. */
export const longestFields = { code: 80, value: 30, measure: 20, unit: 40, source: 100, note: 500, reason: 500 } as const;

const byHeading = new Map(columnNames.flatMap((name) => [tableColumns[name].zh, tableColumns[name].en].map((heading) => [heading, name])));

export const columnUnder = (heading: string): TableColumn | undefined => byHeading.get(heading.trim().toLowerCase());
