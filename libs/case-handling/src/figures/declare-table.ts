import { type CaseEvent, say, type Units } from '@app/cases';
import { checkMeasure, type DeclarableFigures, declaredCodes } from '@app/reports';
import { type Declaration, type Declared, eventsOf, faultOf, standingOf } from './declared-figures';
import { shapeFaults, type TableLine } from './table-lines';
import { type TableProblem, unusable } from './unusable-table';

/** What a line does; blank: it has no value and leaves the figure as it is. */
export interface LineOutcome {
  readonly line: number;
  readonly unit?: string | undefined;
  readonly code: string;
  readonly outcome: 'declared' | 'corrected' | 'unchanged' | 'blank';
  /** What stands before. */
  readonly was?: string | undefined;
  readonly value?: string | undefined;
}

export interface DecidedTable {
  readonly events: readonly CaseEvent[];
  readonly lines: readonly LineOutcome[];
}

interface Known {
  readonly year: number;
  readonly units: Pick<Units, 'has'>;
  readonly figures?: DeclarableFigures;
}

const stated = (text: string): string | undefined => (text === '' ? undefined : text);

const declarationOf = ({ fields }: TableLine, year: number): Declaration => ({
  year,
  unit: stated(fields.unit),
  code: fields.code,
  value: fields.value,
  measure: stated(fields.measure),
  source: fields.source,
  note: stated(fields.note),
  reason: stated(fields.reason),
});

/** A line without a value is there to be filled in; what it is about must be right all the same. */
const blankFault = ({ code, measure }: Declaration, figures: DeclarableFigures): Omit<TableProblem, 'line'> | undefined => {
  if (!figures.has(code)) return { column: 'code', said: say(`没有可申报的数据项“${code}”`, `there is no declarable figure "${code}"`) };
  const said = measure === undefined ? undefined : checkMeasure(code, measure, figures);
  return said && { column: 'measure', said };
};

const lineFaults = (
  declared: Declared,
  line: TableLine,
  { year, units, figures = declaredCodes }: Known,
): readonly Omit<TableProblem, 'line'>[] => {
  const wrong = shapeFaults(line);
  if (wrong.length > 0) return wrong;
  const declaration = declarationOf(line, year);
  const { unit } = declaration;
  const fault = line.fields.value === '' ? undefined : faultOf(declared, declaration, figures);
  const blank = line.fields.value === '' ? blankFault(declaration, figures) : undefined;
  return [
    ...(unit === undefined || units.has(unit)
      ? []
      : [{ column: 'unit' as const, said: say(`没有编号为“${unit}”的单位`, `there is no unit with the code "${unit}"`) }]),
    ...(fault ? [{ column: fault.field, said: fault.said }] : []),
    ...(blank ? [blank] : []),
  ];
};

const keyOf = ({ fields }: TableLine): string => `${fields.unit} ${fields.code}`;

const repetitions = (lines: readonly TableLine[]): readonly TableProblem[] => {
  const first = new Map(lines.toReversed().map((line) => [keyOf(line), line.line]));
  return lines
    .filter((line) => line.fields.code !== '' && first.get(keyOf(line)) !== line.line)
    .map((line) => ({
      line: line.line,
      column: 'code',
      said: say(`与第${first.get(keyOf(line))}行重复`, `is the same figure as in line ${first.get(keyOf(line))}`),
    }));
};

const outcomeOf = (events: readonly CaseEvent[], value: string): LineOutcome['outcome'] => {
  if (value === '') return 'blank';
  if (events.length === 0) return 'unchanged';
  return events[0]?.type === 'FigureDeclared' ? 'declared' : 'corrected';
};

/** Everything the lines of a table declare and correct, or nothing. @throws UnusableTable with each problem and its line */
export const declareTable = (declared: Declared, lines: readonly TableLine[], known: Known): DecidedTable => {
  const problems = [
    ...lines.flatMap((line) => lineFaults(declared, line, known).map((fault): TableProblem => ({ ...fault, line: line.line }))),
    ...repetitions(lines),
  ];
  if (problems.length > 0) throw unusable(problems.toSorted((one, other) => one.line - other.line));
  const decided = lines.map((line) => {
    const declaration = declarationOf(line, known.year);
    const { unit, code, value } = declaration;
    const events = value === '' ? [] : eventsOf(declared, declaration);
    const was = standingOf(declared, unit, code)?.value;
    return { events, outcome: { line: line.line, unit, code, outcome: outcomeOf(events, value), was, value: stated(value) } };
  });
  return { events: decided.flatMap(({ events }) => events), lines: decided.map(({ outcome }) => outcome) };
};
