import { say } from '@app/cases';
import { type Column, tillNow } from '../form';
import type { Understood } from './change';
import { type DraftTable, undrafted } from './draft';
import { lineIn, wordsOf } from './figures';
import { identityMistakes, identityOf, valuesOf } from './identities';
import { type Mistake, type StatedColumn, type StatedForm, type StatedTable, within } from './stated';

const columnOf = ({ code, zh, en = zh, unit, under }: StatedColumn): Column => ({
  code,
  zh,
  en,
  ...(unit && { unit }),
  ...(under && { under: wordsOf(under) }),
});

const soleColumn: Column = { code: 'count', zh: '统计数', en: 'Count' };

const ownAuthority = say('本机关自定', 'set by the office itself');

/** A table of one column has cells with the codes of its lines. */
const tableIn = ({
  code,
  title,
  columns = [],
  lines,
}: StatedTable): { readonly table: DraftTable; readonly mistakes: readonly Mistake[] } => {
  const own = columns.length > 0 ? columns.map(columnOf) : [soleColumn];
  const bare = { code, title: wordsOf(title), columns: own, isPlain: own.length === 1 };
  const read = lines.map((line) => lineIn(bare, line));
  return {
    table: { ...bare, lines: read.map(({ line }) => line) },
    mistakes: read.flatMap(({ mistakes }, index) => within(mistakes, 'lines', index)),
  };
};

/** A form that the office has written from its first line to its last. */
export const wholeForm = ({ id, version, title, authority, validYears, tables, identities = [] }: StatedForm): Understood => {
  const read = tables.map(tableIn);
  const cells = undrafted(read.map(({ table }) => table));
  return {
    form: {
      id,
      version,
      title: wordsOf(title),
      authority: authority ? wordsOf(authority) : ownAuthority,
      validYears: [validYears[0], validYears[1] ?? tillNow],
      ...cells,
      identities: identities.map(identityOf),
    },
    mistakes: [
      ...read.flatMap(({ mistakes }, index) => within(mistakes, 'tables', index)),
      ...identityMistakes(identities, [], valuesOf(cells.rows)),
    ],
  };
};
