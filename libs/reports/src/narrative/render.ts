import { type Sentence, say } from '@app/cases';
import type { Cell } from '../cell';
import { type Amount, amountOf, decimalText } from '../decimal';
import type { CellReference, Field } from './field';
import type { Part } from './template';

/** What fields are filled in from. */
export interface NarrativeContext {
  readonly year: number;
  readonly agency: string;
  /** The cell; undefined when the form does not have it. */
  readonly cell: (reference: CellReference) => Cell | undefined;
}

/** A field that could not be filled in, and why. `mistake` and `unknown` are the writer's matter, `blank` that of whoever declares. */
export interface NarrativeProblem {
  readonly source: string;
  readonly kind: 'mistake' | 'unknown' | 'blank' | 'not-applicable';
  readonly said: Sentence;
}

export interface RenderedText {
  readonly paragraphs: readonly string[];
  readonly problems: readonly NarrativeProblem[];
}

/** What stands where a figure is missing. */
export const missing = '（缺）';

type Filled = { readonly text: string; readonly problem?: Omit<NarrativeProblem, 'source'> };

type Known<T> = { readonly value: T } | { readonly unknown: Filled };

export const spelt = ({ form, code, yearsBack }: CellReference): string =>
  `${form === undefined ? '' : `${form}/`}${code}${yearsBack === 1 ? '@-1' : ''}`;

const without = (text: string, kind: NarrativeProblem['kind'], said: Sentence): Filled => ({ text, problem: { kind, said } });

const unfilled = (reference: CellReference, cell: Cell | undefined): Filled => {
  const name = spelt(reference);
  if (!cell) return without(missing, 'unknown', say(`没有单元格“${name}”`, `there is no cell ${name}`));
  return cell.state === 'blank'
    ? without(missing, 'blank', say(`“${name}”尚无数据`, `nothing is known of ${name}`))
    : without(cell.text, 'not-applicable', say(`“${name}”没有可填的数`, `${name} has no figure`));
};

/** The sum of cells, when all of them are known. */
const sumIn = (sum: readonly CellReference[], { cell }: NarrativeContext): Known<Amount> => {
  let total = 0n;
  for (const reference of sum) {
    const found = cell(reference);
    if (found?.state !== 'number') return { unknown: unfilled(reference, found) };
    total += amountOf(found.value) ?? 0n;
  }
  return { value: total };
};

/** Half of the last place is rounded up; neither side is negative, and the second is not zero. */
const perCent = (over: Amount, under: Amount, places: number): string => {
  const digits = ((2n * over * 100n * 10n ** BigInt(places) + under) / (2n * under)).toString().padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
};

type Fill<K extends Field['kind']> = (field: Extract<Field, { kind: K }>, context: NarrativeContext) => Filled;

const figure: Fill<'figure'> = ({ sum }, context) => {
  const [only, ...others] = sum;
  const found = only && others.length === 0 ? context.cell(only) : undefined;
  if (found?.state === 'number') return { text: found.text };
  const total = sumIn(sum, context);
  return 'unknown' in total ? total.unknown : { text: decimalText(total.value) };
};

const negative = say('有负数，不能计算百分比', 'a figure is negative: there is no percentage');

const change: Fill<'change'> = ({ sum, places }, context) => {
  const [now, before] = [
    sumIn(sum, context),
    sumIn(
      sum.map((each) => ({ ...each, yearsBack: 1 as const })),
      context,
    ),
  ];
  if ('unknown' in now) return now.unknown;
  if ('unknown' in before) return before.unknown;
  const [mine, theirs] = [now.value, before.value];
  if (mine < 0n || theirs < 0n) return without(missing, 'not-applicable', negative);
  if (mine === theirs) return { text: '与上年持平' };
  if (theirs === 0n) return { text: '上年为零' };
  const direction = mine > theirs ? '增长' : '下降';
  const percent = perCent(mine > theirs ? mine - theirs : theirs - mine, theirs, places);
  return Number(percent) === 0
    ? { text: `比上年${direction}不到${places === 0 ? '1' : `0.${'1'.padStart(places, '0')}`}%` }
    : { text: `比上年${direction}${percent}%` };
};

const share: Fill<'share'> = ({ sum, of, places }, context) => {
  const [part, whole] = [sumIn(sum, context), sumIn(of, context)];
  if ('unknown' in part) return part.unknown;
  if ('unknown' in whole) return whole.unknown;
  if (part.value < 0n || whole.value < 0n) return without(missing, 'not-applicable', negative);
  if (whole.value === 0n) return without('—', 'not-applicable', say('总数为零，没有百分比', 'there is nothing to take a share of'));
  return { text: `${perCent(part.value, whole.value, places)}%` };
};

const fills: { readonly [K in Field['kind']]: Fill<K> } = {
  figure,
  change,
  share,
  year: ({ yearsBack }, { year }) => ({ text: String(year - yearsBack) }),
  agency: (_, { agency }) => ({ text: agency }),
};

const fill = (field: Field, context: NarrativeContext): Filled => (fills[field.kind] as Fill<Field['kind']>)(field, context);

const rendered = (part: Part, context: NarrativeContext): Filled => {
  if (part.kind === 'text') return part;
  return part.kind === 'field' ? fill(part.field, context) : without(part.source, 'mistake', part.said);
};

/** The text with its fields filled in. What cannot be filled in is told, never left out. */
export const render = (parts: readonly Part[], context: NarrativeContext): RenderedText => {
  const filled = parts.map((part) => ({ part, ...rendered(part, context) }));
  return {
    paragraphs: filled
      .map(({ text }) => text)
      .join('')
      .split(/\r\n|\r|\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    problems: filled.flatMap(({ part, problem }) => (problem && part.kind !== 'text' ? [{ source: part.source, ...problem }] : [])),
  };
};
