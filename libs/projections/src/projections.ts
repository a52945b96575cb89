import { caseFacts } from './case-facts.projection';
import { coHandling } from './co-handling';
import { declaredFigures } from './declared-figures';
import type { RowProjection, Table } from './projection';
import { receipts } from './receipts';

/** THE list: every projection that follows the log. */
export const projections: readonly RowProjection<any>[] = [caseFacts, coHandling, receipts, declaredFigures];

/** Every table they write. */
export const tables: readonly Table[] = projections.flatMap(({ table, derived = [] }) => [table, ...derived.map((each) => each.table)]);
