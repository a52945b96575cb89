import type { Cell } from '@app/projections';
import type { CountedRow } from './question';

/**
 * A case that one unit returned and another has now was routed to both, and returned by the first. The units' bases therefore add up
 * to more than the cases.
 */
export const unitsInvolved = (
  row: CountedRow,
): readonly (readonly [Cell, { readonly numerator?: number; readonly denominator: number }])[] => {
  const [unit = null, returnedBy = null] = [row.unit, row.returned_by];
  const { numerator, denominator } = row;
  if (returnedBy === null) return [[unit, { denominator }]];
  const returned = [returnedBy, { numerator, denominator }] as const;
  return unit === returnedBy ? [returned] : [[unit, { denominator }], returned];
};
