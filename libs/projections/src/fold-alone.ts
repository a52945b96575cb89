import { checkCells, checkRow } from './project-batch.check';
import type { Cell, ProjectedEvent, Row, RowProjection, Table } from './projection';

/**
 * The row after one event, for whoever keeps rows of one projection in memory; undefined when there is none any more. The row given is
 * changed in place.
 * @throws when the row cannot take the event, as it would when rows are stored
 */
export const foldAlone = <R extends Row>(projection: RowProjection<R>, row: R | undefined, event: ProjectedEvent): R | undefined => {
  const change = projection.fold(row, event);
  const table = projection.table as unknown as Table;
  if (change === undefined) return undefined;
  if (row === undefined) {
    checkRow(table, change as Row);
    return change as R;
  }
  checkCells(table, change);
  const after = row as { [column: string]: Cell };
  for (const column in change) after[column] = change[column] as Cell;
  return row;
};
