import type { QueueItem } from '@app/projections';
import type { Condition, Where } from './conditions';
import type { QueueCursor, QueueFilters, QueuePage, QueueQuery, RowsQuery } from './read-store';

interface Stretch {
  readonly overdue: boolean;
  readonly unassigned: boolean;
}

/** Overdue before the rest, and in each what nobody holds before what somebody does. Within a stretch an index gives the order. */
const stretches: readonly Stretch[] = [
  { overdue: true, unassigned: true },
  { overdue: true, unassigned: false },
  { overdue: false, unassigned: true },
  { overdue: false, unassigned: false },
];

const nobody = '';

const unitsOf = ({ unit }: QueueFilters): readonly string[] | undefined => (typeof unit === 'string' ? [unit] : unit);

const unitCondition = (stretch: Stretch, filters: QueueFilters): Condition => {
  const units = unitsOf(filters);
  if (stretch.unassigned) return units && !units.includes(nobody) ? [] : nobody;
  return units?.filter((unit) => unit !== nobody) ?? { gt: nobody };
};

const isAsked = (stretch: Stretch, { overdue = stretch.overdue, unassigned = stretch.unassigned }: QueueFilters): boolean =>
  overdue === stretch.overdue && unassigned === stretch.unassigned;

const conditionsOf = (stretch: Stretch, today: string, filters: QueueFilters): Where<QueueItem> => ({
  due_on: stretch.overdue ? { lt: today } : { gte: today },
  unit: unitCondition(stretch, filters),
  case_type: filters.type,
  status: filters.status,
  matter: filters.matter,
});

const stretchOf = (cursor: QueueCursor): number =>
  stretches.findIndex((each) => each.overdue === cursor.overdue && each.unassigned === cursor.unassigned);

/** Those that the page may reach: from the cursor's stretch on, and only what the filters ask for. */
const ahead = (after: QueueCursor | undefined, filters: QueueFilters): readonly Stretch[] =>
  stretches.slice(after && stretchOf(after)).filter((stretch) => isAsked(stretch, filters));

const cursorAt = ({ due_on, unit, case_id }: QueueItem, today: string): QueueCursor => ({
  overdue: due_on < today,
  unassigned: unit === nobody,
  due_on,
  case_id,
});

type ReadRows = (query: RowsQuery<QueueItem>) => Promise<readonly QueueItem[]>;

/** One page: stretch by stretch until it is full. One row more than asked for is read, to know whether there is a next page. */
export const workQueuePage = async (read: ReadRows, { today, filters = {}, after, limit }: QueueQuery): Promise<QueuePage> => {
  const found: QueueItem[] = [];
  for (const stretch of ahead(after, filters)) {
    const here = after && stretch === stretches[stretchOf(after)] ? { after: [after.due_on, after.case_id] } : {};
    const where = conditionsOf(stretch, today, filters);
    found.push(...(await read({ where, orderBy: ['due_on'], limit: limit + 1 - found.length, ...here })));
    if (found.length > limit) break;
  }
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return found.length > limit && last ? { items, next: cursorAt(last, today) } : { items };
};
