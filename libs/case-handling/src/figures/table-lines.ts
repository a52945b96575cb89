import { say, type Sentence } from '@app/cases';
import { columnNames, columnUnder, longestFields, requiredColumns, type TableColumn, tableColumns } from './table-columns';
import { UnusableTable } from './unusable-table';

/** A line of the table as it was filled in, every field trimmed; '' where nothing stands. */
export interface TableLine {
  readonly line: number;
  readonly fields: Readonly<Record<TableColumn, string>>;
  /** It has more fields than the table has columns: some comma is not quoted. */
  readonly overfull: boolean;
}

const wanted = say(
  `第1行须为表头，例如：${columnNames.map((name) => tableColumns[name].zh).join(',')}；其中${requiredColumns.map((name) => tableColumns[name].zh).join('、')}必填`,
  `line 1 must be the header, such as ${columnNames.join(',')}; ${requiredColumns.join(', ')} must be there`,
);

const wrongHeader = ({ zh, en }: Sentence): UnusableTable => {
  const said = say(`${wanted.zh}。${zh}`, `${wanted.en}. ${en}`);
  return new UnusableTable(said, [{ line: 1, said }]);
};

const withoutEmptyEnd = (headings: readonly string[]): readonly string[] =>
  headings.slice(0, headings.findLastIndex((heading) => heading.trim() !== '') + 1);

/** The columns in the order of the header. @throws UnusableTable */
const columnsOf = (header: readonly string[]): readonly TableColumn[] => {
  const columns = withoutEmptyEnd(header).map((heading) => {
    const column = columnUnder(heading);
    if (!column) throw wrongHeader(say(`不认识“${heading.trim()}”`, `"${heading.trim()}" is not known`));
    return column;
  });
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice) throw wrongHeader(say(`“${tableColumns[twice].zh}”出现了两次`, `"${twice}" is there twice`));
  const missing = requiredColumns.find((column) => !columns.includes(column));
  if (missing) throw wrongHeader(say(`缺少“${tableColumns[missing].zh}”`, `"${missing}" is missing`));
  return columns;
};

const lineOf = (columns: readonly TableColumn[], record: readonly string[], line: number): TableLine => {
  const field = (column: TableColumn): string => record[columns.indexOf(column)]?.trim() ?? '';
  return {
    line,
    fields: Object.fromEntries(columnNames.map((name) => [name, field(name)])) as Record<TableColumn, string>,
    overfull: record.slice(columns.length).some((text) => text.trim() !== ''),
  };
};

/** The lines under the header that have something in them. @throws UnusableTable when the header is wrong or missing */
export const linesOf = (records: readonly (readonly string[])[]): readonly TableLine[] => {
  const [header = [], ...body] = records;
  const columns = columnsOf(header);
  return body
    .map((record, index) => lineOf(columns, record, index + 2))
    .filter(({ fields, overfull }) => overfull || Object.values(fields).some((text) => text !== ''));
};

const limited = Object.entries(longestFields) as [keyof typeof longestFields, number][];

/** What is wrong with the line whatever is declared: a field that is missing or too long. */
export const shapeFaults = ({ fields, overfull }: TableLine): readonly { readonly column?: TableColumn; readonly said: Sentence }[] => [
  ...(overfull
    ? [{ said: say('列数多于表头，含逗号的内容须用双引号括起', 'has more fields than the header: quote what contains a comma') }]
    : []),
  ...(fields.code === '' ? [{ column: 'code' as const, said: say('缺少代码', 'the code is missing') }] : []),
  ...(fields.value !== '' && fields.source === ''
    ? [{ column: 'source' as const, said: say('请注明数据来源', 'say where the figure comes from') }]
    : []),
  ...limited
    .filter(([column, most]) => fields[column].length > most)
    .map(([column, most]) => ({ column, said: say(`超过${most}字`, `is longer than ${most} characters`) })),
];
