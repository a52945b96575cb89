import { z } from 'zod';
import { say, type Sentence } from '../kernel/sentence';
import { Label, UnitCode } from '../kernel/shapes';
import type { Units } from '../kernel/units';

/** A row of the routing catalogue (派单目录): to whom a case goes that is like this. What a row does not name does not matter. */
export const RoutingRow = z.strictObject({
  matter: Label.optional(),
  area: Label.optional(),
  kind: Label.optional(),
  unit: UnitCode,
  joint: z.array(UnitCode).min(1).optional(),
});
export type RoutingRow = z.infer<typeof RoutingRow>;
export type Routing = readonly RoutingRow[];

/** What a case is about, as far as it decides who handles it. */
export interface RoutedCase {
  readonly matter?: string | null | undefined;
  readonly area?: string | null | undefined;
  readonly kind?: string | null | undefined;
  /** Units that it is a report of wrongdoing about. */
  readonly accused?: readonly string[];
}

/** Whom the catalogue names for a case, and by which of its rows. */
export interface RoutingSuggestion {
  readonly unit: string;
  readonly joint?: readonly string[] | undefined;
  readonly because: Sentence;
}

/** In the order of their weight: of two rows that name as much, the one that names the matter goes before the one that names the area. */
const conditions = ['matter', 'area', 'kind'] as const;

const names: Readonly<Record<(typeof conditions)[number], Sentence>> = {
  matter: say('事项', 'matter'),
  area: say('地区', 'area'),
  kind: say('类别', 'kind'),
};

const named = (row: RoutingRow) => conditions.filter((condition) => row[condition] !== undefined);

/** More conditions weigh more than any single one; among as many, matter before area before kind. */
const weightOf = (row: RoutingRow): number =>
  named(row).reduce((weight, condition) => weight + 8 + 2 ** (2 - conditions.indexOf(condition)), 0);

/** What a row asks for, as text: two rows that ask for the same could never be told apart. */
export const askedBy = (row: RoutingRow): string => JSON.stringify(conditions.map((condition) => row[condition] ?? null));

const because = (row: RoutingRow): Sentence => {
  const asked = named(row);
  if (asked.length === 0) return say('派单目录：其他事项', 'routing catalogue: everything else');
  return say(
    `派单目录：${asked.map((condition) => `${names[condition].zh}“${row[condition]}”`).join('、')}`,
    `routing catalogue: ${asked.map((condition) => `${names[condition].en} ${row[condition]}`).join(', ')}`,
  );
};

/**
 * The unit that the catalogue names for a case: of the rows that fit, the one that asks for most. A report of wrongdoing never goes to
 * the unit it is about nor to one under it, so rows that name one are passed over (Petition Work Regulation 2022 art. 30).
 */
export const suggestRouting = (routing: Routing, about: RoutedCase, units: Units): RoutingSuggestion | undefined => {
  const isAccused = (unit: string): boolean => (about.accused ?? []).some((accused) => units.within(unit, accused));
  const fits = (row: RoutingRow): boolean =>
    named(row).every((condition) => row[condition] === about[condition]) && ![row.unit, ...(row.joint ?? [])].some(isAccused);
  const [row] = routing.filter(fits).toSorted((one, other) => weightOf(other) - weightOf(one));
  return row && { unit: row.unit, ...(row.joint && { joint: row.joint }), because: because(row) };
};
