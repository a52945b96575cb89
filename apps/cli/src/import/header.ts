import { type CaseTypeName, caseTypeNames, say, type Sentence } from '@app/cases';
import { recipes } from './recipes';

interface Heading {
  readonly name: string;
  readonly zh: string;
  readonly example?: string;
}

/** What every line tells, whatever type of case it is. */
const common: readonly Heading[] = [
  { name: 'number', zh: '编号', example: '2017-000123' },
  { name: 'type', zh: '类型' },
  { name: 'source', zh: '来源' },
];

/** The columns that a type of case may have, in the order in which a template has them. */
export const headingsOf = (type: CaseTypeName): readonly Heading[] => {
  const own = recipes[type].flatMap(({ at, columns }): readonly Heading[] => [at, ...columns]);
  return [...new Map([...common, ...own].map((heading) => [heading.name, heading])).values()];
};

const everyHeading: readonly Heading[] = [
  ...new Map(caseTypeNames.flatMap((type) => headingsOf(type)).map((heading) => [heading.name, heading])).values(),
];

/** A heading in Chinese may mean one column for one type and another for the next. */
const byTitle = new Map(
  caseTypeNames.flatMap((type) => headingsOf(type).flatMap(({ name, zh }): [string, string][] => [[`${type} ${zh}`, name]])),
);

const nameOf = (title: string, types: readonly CaseTypeName[]): string | undefined => {
  if (everyHeading.some(({ name }) => name === title)) return title;
  const names = new Set(types.flatMap((type) => byTitle.get(`${type} ${title}`) ?? []));
  return names.size === 1 ? [...names][0] : undefined;
};

/**
 * The columns of a header by name, in its order, or what is wrong with it.
 * @param type of every case of the file, where it is said beside the file
 */
export const readHeader = (
  titles: readonly string[],
  type: CaseTypeName | undefined,
): readonly string[] | { readonly wrong: readonly Sentence[] } => {
  const types = type ? [type] : caseTypeNames;
  const names = titles.map((title) => nameOf(title.trim(), types));
  const unknown = titles.filter((_, index) => names[index] === undefined);
  const twice = names.filter((name, index) => name !== undefined && names.indexOf(name) !== index);
  const missing = ['number', 'received_at', ...(type ? [] : ['type'])].filter((name) => !names.includes(name));
  const known = (type ? headingsOf(type) : everyHeading).map(({ name, zh }) => `${name}（${zh}）`).join(' ');
  const wrong = [
    ...unknown.map((title) => say(`没有这一列：“${title}”`, `there is no column "${title}"`)),
    ...twice.map((name) => say(`列重复：${name}`, `the column ${name} stands twice`)),
    ...missing.map((name) => say(`缺少列：${name}`, `the column ${name} is missing`)),
  ];
  if (wrong.length > 0) return { wrong: [...wrong, say(`可用的列：${known}`, 'these are the columns')] };
  return names.filter((name) => name !== undefined);
};

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A header for this type of case, and a line as an example. */
export const templateOf = (type: CaseTypeName, source: string): string => {
  const headings = headingsOf(type);
  const given: Readonly<Record<string, string>> = { type, source };
  const example = headings.map(({ name, example: cell = '' }) => quoted(given[name] ?? cell));
  return `${headings.map(({ name }) => name).join(',')}\r\n${example.join(',')}\r\n`;
};
