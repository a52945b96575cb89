import { say } from '@app/cases';
import { type CaseBasis, type Dimension, isCarried, type Measure } from '../measure';
import { type Mistake, mistake } from './stated';

/** What each dimension may be; `''` where nothing is known of a case. */
export type KnownValues = Readonly<Record<Dimension, ReadonlySet<string>>>;

/** Pairs of bases by which no case falls twice into one year. */
const apart: readonly (readonly [CaseBasis, CaseBasis])[] = [
  ['received', 'carried-in'],
  ['answered', 'carried-out'],
  ['closed', 'carried-out'],
  ['settled', 'carried-out'],
];

const valuesIn = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value);

/** Whether a case can fall under both. */
export const mayShareACase = (one: Measure, other: Measure): boolean => {
  const pair = [one.basis, other.basis];
  if (apart.some((bases) => bases.every((basis) => pair.includes(basis)))) return false;
  const isDivided = (Object.keys(one.where) as Dimension[]).some((dimension) => {
    const [mine, theirs] = [one.where[dimension], other.where[dimension]];
    return mine !== undefined && theirs !== undefined && !valuesIn(mine).some((value) => valuesIn(theirs).includes(value));
  });
  return !isDivided;
};

/** Whether the measure asks when a case was settled, which is counted for some types of case only. */
const asksWhenSettled = (measure: Measure): boolean => measure.basis === 'settled' || isCarried(measure);

const valueMistakes = ({ where }: Measure, known: KnownValues): readonly Mistake[] =>
  (Object.entries(where) as [Dimension, string | readonly string[]][]).flatMap(([dimension, value]) => {
    const unknown = valuesIn(value).filter((each) => !known[dimension].has(each));
    return unknown.map((each) =>
      mistake(
        ['where', dimension],
        say(
          `没有“${each}”，可用：${[...known[dimension]].filter(Boolean).join('、')}`,
          `there is no ${each}; known are ${[...known[dimension]].filter(Boolean).join(', ')}`,
        ),
      ),
    );
  });

/** What is wrong with the measures of one cell. `settled`: the types of case of which is known when they were settled. */
export const measureMistakes = (measures: readonly Measure[], known: KnownValues, settled: readonly string[]): readonly Mistake[] =>
  measures.flatMap((measure, index) => {
    const types = valuesIn(measure.where.case_type ?? []);
    const uncounted = asksWhenSettled(measure) ? types.filter((type) => !settled.includes(type)) : [];
    const shared = measures.slice(0, index).findIndex((earlier) => mayShareACase(earlier, measure));
    return [
      ...valueMistakes(measure, known),
      ...(types.length === 0 ? [mistake(['where'], say('须写明办件类型 caseType', 'must say which caseType'))] : []),
      ...uncounted.map((type) =>
        mistake(
          ['basis'],
          say(
            `“${measure.basis}”只统计 ${settled.join('、')}，不统计 ${type}`,
            `${measure.basis} is counted for ${settled.join(', ')}, not for ${type}`,
          ),
        ),
      ),
      ...(shared < 0
        ? []
        : [mistake([], say(`同一办件可能被第${shared + 1}项和本项重复统计`, `a case may be counted by this and by number ${shared + 1}`))]),
    ].map((each) => ({ ...each, path: ['measures', index, ...each.path] }));
  });
