import { say } from '@app/cases';
import { type Column, type Form, tillNow } from '../form';
import { type DraftTable, draftOf, undrafted } from './draft';
import { figuresIn, lineIn, wordsOf } from './figures';
import { identityMistakes, identityOf, orphanMistakes, statementsOver, valuesOf } from './identities';
import { type Mistake, mistake, type StatedChange, within } from './stated';

/** A form that somebody has written, and what is wrong with it. */
export interface Understood {
  readonly form: Form;
  readonly mistakes: readonly Mistake[];
}

interface Changing {
  readonly tables: readonly DraftTable[];
  readonly mistakes: readonly Mistake[];
}

type Step = (changing: Changing, change: StatedChange) => Changing;

const relabelled: Step = ({ tables, mistakes }, { labels = {} }) => {
  const said = <T extends { readonly code: string; readonly zh: string; readonly en: string }>(each: T): T => ({
    ...each,
    ...(Object.hasOwn(labels, each.code) && labels[each.code]),
  });
  const codes = new Set(tables.flatMap(({ code, columns, lines }) => [code, ...[...columns, ...lines].map((each) => each.code)]));
  return {
    tables: tables.map((table) => {
      const { zh, en } = said({ code: table.code, ...table.title });
      return { ...table, title: say(zh, en), columns: table.columns.map(said), lines: table.lines.map(said) };
    }),
    mistakes: [
      ...mistakes,
      ...Object.keys(labels)
        .filter((code) => !codes.has(code))
        .map((code) =>
          mistake(['labels', code], say(`没有这样的表、行或列“${code}”`, `there is no table, line or column with the code ${code}`)),
        ),
    ],
  };
};

const noLine = (path: Mistake['path'], code: string): Mistake =>
  mistake(path, say(`没有行“${code}”`, `there is no line with the code ${code}`));

const reduced: Step = ({ tables, mistakes }, { without = [] }) => ({
  tables: tables.map((table) => ({ ...table, lines: table.lines.filter(({ code }) => !without.includes(code)) })),
  mistakes: [
    ...mistakes,
    ...without.flatMap((code, index) =>
      tables.some(({ lines }) => lines.some((line) => line.code === code)) ? [] : [noLine(['without', index], code)],
    ),
  ],
});

/** The list with this in it, after the one with that code or last; undefined when none has it. */
const putIn = <T extends { readonly code: string }>(list: readonly T[], one: T, after: string | undefined): readonly T[] | undefined => {
  if (after === undefined) return [...list, one];
  const at = list.findIndex(({ code }) => code === after);
  return at < 0 ? undefined : list.toSpliced(at + 1, 0, one);
};

/** Puts something into the table it names. */
const inTable = (
  { tables, mistakes }: Changing,
  path: Mistake['path'],
  named: string,
  work: (table: DraftTable) => { readonly table: DraftTable; readonly mistakes: readonly Mistake[] },
): Changing => {
  const found = tables.find(({ code }) => code === named);
  if (!found) {
    const known = tables.map(({ code }) => code).join(', ');
    return {
      tables,
      mistakes: [
        ...mistakes,
        mistake([...path, 'table'], say(`没有表“${named}”，有：${known}`, `there is no table ${named}, but ${known}`)),
      ],
    };
  }
  const done = work(found);
  return {
    tables: tables.map((table) => (table === found ? done.table : table)),
    mistakes: [...mistakes, ...within(done.mistakes, ...path)],
  };
};

const oneColumn = say(
  '该表只有一列，再加列会改变所有单元格的代码',
  'this table has one column: with another one the codes of all its cells would change',
);

const widened: Step = (changing, { columns = [] }) =>
  columns.reduce<Changing>(
    (before, { table: named, after, figures = {}, ...stated }, index) =>
      inTable(before, ['columns', index], named, (table) => {
        const { code, zh, en = zh, unit, under } = stated;
        const column: Column = { code, zh, en, ...(unit && { unit }), ...(under && { under: wordsOf(under) }) };
        const list = putIn(table.columns, column, after);
        if (table.isPlain) return { table, mistakes: [mistake([], oneColumn)] };
        if (!list) return { table, mistakes: [mistake(['after'], say(`没有列“${after}”`, `there is no column ${after}`))] };
        const wide = { ...table, columns: list };
        const filled = table.lines.map((line) => ({
          line,
          ...figuresIn(wide, line.code, Object.hasOwn(figures, line.code) ? { [code]: figures[line.code]! } : {}),
        }));
        const unknown = Object.keys(figures).filter((each) => !table.lines.some((line) => line.code === each));
        return {
          table: { ...wide, lines: filled.map(({ line, figures: more }) => ({ ...line, figures: { ...line.figures, ...more } })) },
          mistakes: [...filled.flatMap(({ mistakes }) => mistakes), ...unknown.map((each) => noLine(['figures', each], each))],
        };
      }),
    changing,
  );

const lengthened: Step = (changing, { rows = [] }) =>
  rows.reduce<Changing>(
    (before, { table: named, after, ...stated }, index) =>
      inTable(before, ['rows', index], named, (table) => {
        const { line, mistakes } = lineIn(table, stated);
        const lines = putIn(table.lines, line, after);
        return lines ? { table: { ...table, lines }, mistakes } : { table, mistakes: [...mistakes, noLine(['after'], String(after))] };
      }),
    changing,
  );

const steps: readonly Step[] = [relabelled, reduced, widened, lengthened];

/** The next version of a form: the one before it with what the office has changed. */
export const changedForm = (base: Form, change: StatedChange): Understood => {
  const { version, validYears, title, authority, identities = [], withoutIdentities = [] } = change;
  const changed = steps.reduce((before, step) => step(before, change), { tables: draftOf(base), mistakes: [] as readonly Mistake[] });
  const cells = undrafted(changed.tables);
  const kept = base.identities.filter(({ id }) => !withoutIdentities.includes(id));
  const values = valuesOf(cells.rows);
  const { statements, ...rest } = base;
  return {
    form: {
      ...rest,
      ...cells,
      version,
      validYears: [validYears[0], validYears[1] ?? tillNow],
      ...(title && { title: wordsOf(title) }),
      ...(authority && { authority: wordsOf(authority) }),
      identities: [...kept, ...identities.map(identityOf)],
      ...statementsOver(statements, values),
    },
    mistakes: [
      ...changed.mistakes,
      ...withoutIdentities
        .map((id, index) => ({ id, index }))
        .filter(({ id }) => !base.identities.some((each) => each.id === id))
        .map(({ id, index }) => mistake(['withoutIdentities', index], say(`没有勾稽关系 ${id}`, `there is no identity ${id}`))),
      ...orphanMistakes(kept, values),
      ...identityMistakes(identities, kept, values),
    ],
  };
};
