import { defaultRules, LocalRules, parseLocalRules, unitsOf } from '@app/cases';
import { readSettings } from '@app/config';
import { join } from 'node:path';
import { z } from 'zod';
import { readPage, root } from './pages';

const isLength = (item: z.ZodType): boolean => item instanceof z.ZodObject && Object.keys(item.shape).join() === 'amount,unit';

const bare = (item: z.ZodType): z.ZodType =>
  item instanceof z.ZodOptional || item instanceof z.ZodDefault ? bare(item.unwrap() as z.ZodType) : item;

/** The items of the rules by their paths: what is set as one. */
const itemsIn = (item: z.ZodType, path: readonly string[] = []): readonly (readonly string[])[] => {
  const stated = bare(item);
  if (!(stated instanceof z.ZodObject) || isLength(stated)) return [path];
  return Object.entries(stated.shape as Record<string, z.ZodType>).flatMap(([key, each]) => itemsIn(each, [...path, key]));
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const lengthOf = (value: unknown): string => (isRecord(value) ? `${String(value['amount'])} ${String(value['unit'])}` : '');

const rowInWords = (row: unknown): string => (isRecord(row) ? `${String(row['rule'])}: ${lengthOf(row['answer'])}` : String(row));

const inWords = (value: unknown): string => {
  if (value === undefined) return 'not set';
  if (Array.isArray(value)) return `\`${value.map(rowInWords).join(', ')}\``;
  return `\`${isRecord(value) ? lengthOf(value) : JSON.stringify(value).replaceAll('"', '')}\``;
};

const defaultOf = (path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), defaultRules);

describe('docs/local-rules.md', () => {
  const rows = [...readPage('docs/local-rules.md').matchAll(/^\| `([\w.]+)` \| (.*?) \| (.*?) \|/gm)];
  const items = itemsIn(LocalRules).filter(([first = '']) => !['edition', 'from'].includes(first));

  it('explains every item, and no other, with its default', () =>
    expect(Object.fromEntries(rows.map(([, path, meaning, usual]) => [path, [meaning !== '', usual]]))).toEqual(
      Object.fromEntries(items.map((path) => [path.join('.'), [true, inWords(defaultOf(path))]])),
    ));

  it('explains each once', () => expect(rows).toHaveLength(items.length));
});

describe('the example of a county in Hunan', () => {
  const example = (name: string) => join(root, 'docs/examples', name);
  const { rules, units } = readSettings({
    HUIYING_UNITS: example('units-hunan-county.json'),
    HUIYING_RULES: example('local-rules-hunan-county.json'),
  });
  const { editions, routing } = parseLocalRules(rules ?? { file: '', content: undefined }, unitsOf(units));
  const [newest, first] = editions;

  it('has two editions before which the default holds', () =>
    expect(editions.map(({ edition, from }) => [edition, from])).toEqual([
      ['hunan-county-2022', '2022-07-01'],
      ['hunan-county-2018', '2018-01-01'],
      ['default', '1992-01-01'],
    ]));

  // Huaihua: 7 days, at most 15.
  it('answers letters within seven days, extended to fifteen', () =>
    expect(first?.letter).toMatchObject({
      answer: { amount: 7, unit: 'day' },
      extension: { most: 1, by: { amount: 8, unit: 'day' } },
    }));

  // Xiangtan 2022: 5 working days, complex ones 10. Bengbu 2019: the governor's orders 3.
  it('has more time for complex orders and less for the governor’s', () =>
    expect(newest?.complaint.limits.map(({ rule, answer }) => [rule, answer.amount, answer.unit])).toEqual([
      ['hotline-urgent', 24, 'hour'],
      ['hotline-governor', 3, 'working-day'],
      ['hotline-complex', 10, 'working-day'],
      ['hotline-ordinary', 5, 'working-day'],
    ]));

  it('keeps in the later edition what the earlier one has set', () =>
    expect(newest).toMatchObject({
      complaint: { review: 'required', signIn: defaultRules.complaint.signIn },
      letter: { review: 'required', answer: { amount: 7, unit: 'day' } },
      proposal: { filing: 'required', classes: ['A', 'B', 'C'] },
      statistics: { satisfaction: 'with-basic', rounding: { places: 1 } },
    }));

  it('has a catalogue that names a unit for everything', () =>
    expect(routing.filter(({ matter, area, kind }) => !matter && !area && !kind)).toHaveLength(1));
});
