import { say, type Sentence } from '@app/cases';
import { type TableColumn, tableColumns } from './table-columns';

/** Something that is wrong in a table: in which line, counted from 1 as a spreadsheet does, and in which column. */
export interface TableProblem {
  readonly line: number;
  readonly column?: TableColumn | undefined;
  readonly said: Sentence;
}

/** A table of figures from which nothing was recorded, because something in it is wrong. */
export class UnusableTable extends Error {
  override readonly name = 'UnusableTable';
  constructor(
    readonly detail: Sentence,
    readonly problems: readonly TableProblem[],
  ) {
    super(detail.en);
  }
}

const toldAtOnce = 5;

const zhOf = ({ line, column, said }: TableProblem): string => `第${line}行${column ? `“${tableColumns[column].zh}”` : ''}：${said.zh}`;
const enOf = ({ line, column, said }: TableProblem): string => `line ${line}${column ? `, ${column}` : ''}: ${said.en}`;

/** The refusal of a whole table for what is wrong in some of its lines. */
export const unusable = (problems: readonly TableProblem[]): UnusableTable => {
  const first = problems.slice(0, toldAtOnce);
  const more = problems.length - first.length;
  return new UnusableTable(
    say(
      `表中有${problems.length}处不能采用，整表未作记录。${first.map(zhOf).join('；')}${more > 0 ? `；另有${more}处，见 errors` : ''}`,
      `${problems.length} things in the table are wrong, nothing was recorded. ${first.map(enOf).join('; ')}${more > 0 ? `; ${more} more: see errors` : ''}`,
    ),
    problems,
  );
};
