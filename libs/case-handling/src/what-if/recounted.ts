import type { CaseFacts, DeclaredFigure } from '@app/projections';
import { sumOf } from '@app/reports';
import type { Replayed } from '../reports/replay';
import type { Supposition } from './supposition';

type Codes = Readonly<Record<string, string>>;

const none: Codes = {};

const under = (codes: Codes, code: string | null): string | null => (code !== null && Object.hasOwn(codes, code) ? codes[code]! : code);

/** Of whom a report of wrongdoing is about stays: whoever was not shown a case before is not shown it now. */
const recountedFacts = (facts: CaseFacts, { units = none, outcomes = none, countMerged }: Supposition): CaseFacts => {
  const counted = {
    unit: under(units, facts.unit),
    returned_by: under(units, facts.returned_by),
    outcome: under(outcomes, facts.outcome),
    disposal: under(outcomes, facts.disposal),
    merged_into: countMerged ? null : facts.merged_into,
  };
  return (Object.keys(counted) as (keyof typeof counted)[]).every((column) => counted[column] === facts[column])
    ? facts
    : { ...facts, ...counted };
};

const keyOf = ({ year, unit, code }: DeclaredFigure): string => [year, unit, code].join('\u0001');

/** What a unit has declared is added to what the unit has that it had been part of. */
const recountedFigures = (declared: Replayed['declared'], units: Codes): Replayed['declared'] => {
  const figures = new Map<string, DeclaredFigure>();
  for (const figure of declared.values()) {
    const moved = { ...figure, unit: under(units, figure.unit) ?? '' };
    const there = figures.get(keyOf(moved));
    figures.set(keyOf(moved), there ? { ...there, value: sumOf([there.value, moved.value]) } : moved);
  }
  return figures;
};

/** What follows from a log, counted under other units and codes. */
export const recounted = (replayed: Replayed, supposition: Supposition): Replayed => {
  const { units, outcomes, countMerged } = supposition;
  if (!units && !outcomes && !countMerged) return replayed;
  const facts = new Map<string, CaseFacts>();
  for (const [id, row] of replayed.facts) facts.set(id, recountedFacts(row, supposition));
  return { ...replayed, facts, declared: units ? recountedFigures(replayed.declared, units) : replayed.declared };
};
