import { hengdong2023September } from '../published/hotline-hengdong-2023-09';
import { answerOf } from '../statistics/answer';
import { type Cases, countedInMemory, untouched } from '../statistics/counted-in-memory';
import { periodNamed } from '../statistics/period';
import { questionOf } from '../statistics/question';
import { findBulletin } from '.';
import { buildBulletin, type FilledBulletin } from './build-bulletin';
import { askOf } from './bulletin';
import type { PublishedBulletin } from './published-bulletin';

const rounding = { mode: 'half-up', places: 2 } as const;

/** Facts of so many cases in a row: the first of each column begins with the first case. */
type Column = readonly (readonly [n: number, value: string | number | null])[];

const endsOf = (column: Column): readonly number[] => {
  let end = 0;
  return column.map(([n]) => (end += n));
};

const valueAt = (column: Column, index: number): string | number | null =>
  column[endsOf(column).findIndex((end) => index < end)]?.[1] ?? null;

/** So many cases, each column filled from its first case on. */
const cases = (n: number, facts: Cases, columns: Readonly<Record<string, Column>>): readonly Cases[] => {
  const bounds = [...new Set([0, n, ...Object.values(columns).flatMap(endsOf)])].filter((end) => end <= n).toSorted((a, b) => a - b);
  return bounds.slice(1).map((end, index) => {
    const begin = bounds[index] ?? 0;
    const filled = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, valueAt(column, begin)]));
    return { ...untouched, ...facts, ...filled, n: end - begin };
  });
};

const september = { case_type: 'complaint', received_on: '2023-09-11' };
const routedInSeptember = { ...september, first_routed_on: '2023-09-11' };

const unit = (code: string, n: number, reworked: number, overdue: number): readonly Cases[] =>
  cases(
    n,
    { ...routedInSeptember, unit: code },
    {
      reworks: [
        [reworked, 1],
        [n - reworked, 0],
      ],
      overdue: [
        [overdue, 1],
        [n - overdue, 0],
      ],
    },
  );

const platforms: Column = Object.entries(hengdong2023September.figures).flatMap(([code, { value }]) =>
  code.startsWith('platform/') ? [[Number(value), code.slice('platform/'.length)] as const] : [],
);

/** For specs: cases that would make up the bulletin. */
export const hengdong: readonly Cases[] = [
  ...unit('urban-management', 247, 13, 1),
  ...unit('market-regulation', 149, 7, 0),
  ...unit('housing-construction', 124, 3, 0),
  ...unit('education', 100, 5, 0),
  ...unit('human-resources', 80, 0, 0),
  ...unit('township-lingxi', 772, 20, 2),
  ...cases(
    3165,
    { ...september, closed_on: '2023-09-12' },
    {
      platform: platforms,
      rating: [
        [170, 'satisfied'],
        [30, 'dissatisfied'],
      ],
    },
  ),
];

/** For specs: cases that would make up the bulletin. */
export const yueyang: readonly Cases[] = cases(
  71_266,
  { case_type: 'complaint', received_on: '2017-05-02' },
  {
    kind: [
      [29_486, 'complaint'],
      [20_780, 'help'],
      [14_938, 'enquiry'],
      [285, 'suggestion'],
      [197, 'praise'],
      [5580, 'report'],
    ],
    first_routed_on: [[39_818, '2017-05-02']],
    urgency: [
      [3017, 'urgent'],
      [68_249, 'ordinary'],
    ],
    overdue: [
      [13, 1],
      [3004, 0],
      [353, 1],
      [67_896, 0],
    ],
    closed_on: [[39_770, '2017-05-20']],
    rating: [
      [2617, 'satisfied'],
      [96, 'dissatisfied'],
    ],
  },
);

/** For specs: cases that would make up the bulletin. */
export const ningbo: readonly Cases[] = cases(
  591,
  { case_type: 'proposal', received_on: '2011-02-20', filed_on: '2011-03-01' },
  {
    outcome: [
      [148, 'A'],
      [364, 'B'],
      [10, 'C'],
      [66, 'D'],
    ],
    attitude: [
      [526, 'satisfied'],
      [1, 'dissatisfied'],
    ],
    rating: [
      [519, 'satisfied'],
      [8, 'dissatisfied'],
    ],
  },
);

/** For specs: the bulletin if these are the cases. */
export const filledFor = (
  { bulletin: id, period: name }: Pick<PublishedBulletin, 'bulletin' | 'period'>,
  facts: readonly Cases[],
): FilledBulletin => {
  const [bulletin, period] = [findBulletin(id)!, periodNamed(name)!];
  const answers = bulletin.lines.flatMap((line) => {
    const ask = askOf(bulletin, line, period);
    return ask ? [[line.code, answerOf(ask, countedInMemory(questionOf(ask), facts), rounding)] as const] : [];
  });
  return buildBulletin(bulletin, { period, position: 42, asOf: '2026-01-01T00:00:00.000Z', answers: new Map(answers) });
};
