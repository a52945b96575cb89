import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Form, FormTable } from '../form';
import { forms } from '.';

/** The forms as the authorities prescribe them, cell by cell. */
const prescribed = (
  JSON.parse(readFileSync(join(__dirname, '../../../../test/fixtures/forms.json'), 'utf8')) as { forms: { id: string }[] }
).forms as readonly any[];

/** Each cell as it is printed: `line|its label|unit|column|its label`; of a heading only the line. */
const printed = ({ columns, lines }: FormTable): readonly string[] =>
  lines.flatMap(({ code, zh, unit, level, cells }) => {
    const line = [code, zh, unit, level].join('|');
    const under = columns.filter((column) => cells[column.code]);
    return under.length > 0 ? under.map((column) => [line, column.code, column.zh].join('|')) : [line];
  });

interface Part {
  readonly rows: readonly {
    readonly code: string;
    readonly zh: string;
    readonly unit: string | null;
    readonly level: number;
    readonly kind: string;
  }[];
  readonly columns: (row: string) => readonly { readonly code: string; readonly zh: string }[];
}

const prescribedCells = ({ rows, columns }: Part): readonly string[] =>
  rows.flatMap(({ code, zh, unit, level, kind }) => {
    const line = [code, zh, unit, level].join('|');
    return kind === 'header' ? [line] : columns(code).map((column) => [line, column.code, column.zh].join('|'));
  });

const partsOf = ({ table2, table3, table4 }: any): readonly Part[] => [
  {
    rows: table2.rows,
    columns: (row) => table2.columns_by_row[row].map((code: string) => ({ code, zh: table2.column_names[code] })),
  },
  { rows: table3.rows, columns: () => table3.columns },
  { rows: table4.groups.map((group: object) => ({ ...group, unit: '件', level: 0, kind: 'value' })), columns: () => table4.columns },
];

const byText = (one: unknown, other: unknown): number => String(one).localeCompare(String(other));

interface Related {
  readonly id: string;
  readonly kind: string;
  readonly left: readonly unknown[];
  readonly right: readonly unknown[];
}

const related = ({ identities }: { readonly identities: readonly Related[] }) =>
  identities
    .map(({ id, kind, left, right }) => `${id} ${kind} ${left.toSorted(byText).join(' + ')} | ${right.toSorted(byText).join(' + ')}`)
    .toSorted(byText);

describe.each(['gk-2021', 'gk-2019-trial'] as const)('%s, beside what the authority prescribes,', (id) => {
  const form = forms[id];
  const theirs = prescribed.find((each) => each.id === id);

  it('has the same cells under the same labels in the same order', () =>
    expect(form.tables.map(printed)).toEqual(partsOf(theirs).map(prescribedCells)));

  it('has the same identities within the year, and only those across the years besides', () => {
    const acrossYears = form.identities.filter((identity) => /^c[12]:/.test(identity.id));
    expect(related({ identities: form.identities.filter((each) => !acrossYears.includes(each)) })).toEqual(related(theirs));
    expect(acrossYears.filter(({ id: of }) => of.startsWith('c1:'))).toHaveLength(7);
  });
});

describe('gk-2014, beside what is known of the printed form,', () => {
  const { rows, identities } = forms['gk-2014'];

  it('has the same lines and the same identities', () => {
    const theirs = prescribed.find(({ id }) => id === 'gk-2014');
    const lines = (of: readonly { code: string; zh: string; unit: string | null; level: number }[]) =>
      of.map(({ code, zh, unit, level }) => [code, zh, unit, level].join('|'));
    expect(lines(rows)).toEqual(lines(theirs.rows));
    expect(related({ identities })).toEqual(related(theirs));
  });
});

it('gk-2021 alone has a stock of documents that must follow from last year’s, which may be broken', () => {
  const stocks = ({ identities }: Form) => identities.filter(({ id }) => id.startsWith('c2:')).map(({ id, kind }) => `${id} ${kind}`);
  expect(stocks(forms['gk-2021'])).toEqual(['c2:rules warn-eq', 'c2:normative-documents warn-eq']);
  expect(stocks(forms['gk-2019-trial'])).toEqual([]);
});

it('gk-2021-one-row-six differs from gk-2021 in group six alone', () => {
  const cells = (form: Form) => form.tables.flatMap(printed).filter((line) => !line.startsWith('other-'));
  expect(cells(forms['gk-2021-one-row-six'])).toEqual(cells(forms['gk-2021']));
  expect(forms['gk-2021-one-row-six'].rows.filter(({ code }) => code.startsWith('other-'))).toHaveLength(7);
});
