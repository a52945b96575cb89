import { say } from '@app/cases';
import type { Column, Form, FormTable, Line, Row } from '@app/reports';
import fc from 'fast-check';
import { documentOf } from './documents-for-specs';
import { coverOf, isWellFormed, sheetsIn, unzipped, wordTables } from './files-for-specs';
import { filledOf } from './grid';
import { reportDocx, reportHtml, reportXlsx } from '.';
import { gridOf } from './layouts';

interface DrawnLine {
  readonly zh: string;
  readonly level: number;
  readonly has: readonly boolean[];
}

const label = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom('=1+1', '一、情况', '<b>', '表·甲', ''));

const rowsOf = ({ lines, columns }: FormTable): readonly Row[] =>
  lines.flatMap((line): readonly Row[] => {
    const { code, zh, en, level } = line;
    const cells = columns.flatMap((column): readonly Row[] => {
      const cell = line.cells[column.code];
      return cell === undefined ? [] : [{ code: cell, zh, en, unit: '件', level, kind: 'value', figure: { kind: 'declared', code: cell } }];
    });
    return cells.length > 0 ? cells : [{ code, zh, en, unit: null, level, kind: 'header', figure: { kind: 'header' } }];
  });

const tableOf = (
  number: number,
  [title, columns, lines]: readonly [string, readonly (readonly [string, boolean])[], readonly DrawnLine[]],
): FormTable => {
  const known: readonly Column[] = columns.map(([zh, isUnder], index) => ({
    // Some tables look like those of an official form.
    code: index === 0 && isUnder ? 'natural-person' : `c${index}`,
    zh,
    en: zh,
    ...(isUnder && { under: say('其中', 'of which') }),
  }));
  return {
    code: `table-${number}`,
    title: say(title, title),
    columns: known,
    lines: lines.map(({ zh, level, has }, index): Line => {
      const code = index === 0 ? (['reconsideration', 'carried-out', 't2-art20-1', 'first'][level] ?? 'first') : `l${index}`;
      const cells = Object.fromEntries(
        known.filter((_, at) => has[at] === true).map((column) => [column.code, `${number}:${code}:${column.code}`]),
      );
      return { code, zh, en: zh, unit: Object.keys(cells).length > 0 ? '件' : null, level, cells };
    }),
  };
};

const drawnTable = fc.tuple(
  label,
  fc.array(fc.tuple(label, fc.boolean()), { minLength: 1, maxLength: 9 }),
  fc.array(fc.record({ zh: label, level: fc.nat({ max: 3 }), has: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }) }), {
    minLength: 1,
    maxLength: 12,
  }),
);

/** Forms as counties may write them: any lines and levels, any columns, any cells left out, any labels. */
const arbitraryForm: fc.Arbitrary<Form> = fc.array(drawnTable, { minLength: 1, maxLength: 3 }).map((drawn): Form => {
  const tables = drawn.map((each, index) => tableOf(index + 1, each));
  return {
    id: 'local',
    version: 1,
    title: say('本县统计表', 'Local table'),
    authority: say('本县', 'the county'),
    validYears: [2000, 2030],
    rows: tables.flatMap(rowsOf),
    tables,
    identities: [],
  };
});

const asked = (form: Form): number => form.rows.filter(({ kind }) => kind === 'value').length;

describe('any form a county may write', () => {
  it('is printed with cells that cover its tables exactly, and each figure once', () =>
    fc.assert(
      fc.property(arbitraryForm, (form) => {
        const { report } = documentOf(form, 2024);
        const grids = form.tables.map((table) => gridOf(filledOf(form, report), table));
        for (const grid of grids) expect(coverOf(grid).every((times) => times === 1)).toBe(true);
        const codes = grids.flatMap(({ cells }) => cells.flatMap(({ cell }) => cell?.code ?? []));
        expect([new Set(codes).size, codes.length]).toEqual([asked(form), asked(form)]);
      }),
      { numRuns: 300 },
    ));

  it('gives files that open, with every figure in them', () =>
    fc.assert(
      fc.asyncProperty(arbitraryForm, async (form) => {
        const document = documentOf(form, 2024);
        const figures = document.report.cells.flatMap((cell) => (cell.state === 'number' ? cell.value : [])).toSorted();
        const [word, excel] = [await unzipped(await reportDocx(document)), await unzipped(await reportXlsx(document))];
        for (const [path, xml] of [...word, ...excel]) expect([path, isWellFormed(xml)]).toEqual([path, true]);
        const texts = wordTables(word.get('word/document.xml') ?? '').flatMap((table) => [...table.values()].map(({ text }) => text));
        expect(figures.every((figure) => texts.includes(figure))).toBe(true);
        const numbers = sheetsIn(excel).flatMap(({ cells }) => [...cells.values()].flatMap(({ isNumber, text }) => (isNumber ? text : [])));
        expect(numbers.toSorted()).toEqual(figures);
        const html = await reportHtml(document);
        expect(figures.every((figure) => html.includes(`>${figure}</td>`))).toBe(true);
      }),
      { numRuns: 40 },
    ));
});
