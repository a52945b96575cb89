import { coHandlingTable, noTerm, type QueueItem, type Table } from '@app/projections';
import { conditionParts, whereText } from './conditions';
import type { JointCursor, JointPage, JointQuery, JointTask } from './read-store';
import { placeholder, placeholders, quoted, quotedList, type Sql } from './sql';
import { filterParts, queueTable } from './work-queue-filters';

const partTable = coHandlingTable as unknown as Table;

/** What a joint unit is told of the case besides its own part. */
export const toldOfCase = [
  'case_number',
  'status',
  'channel',
  'kind',
  'matter',
  'area',
  'urgency',
  'confidential',
  'received_on',
  'paused',
] as const satisfies readonly (keyof QueueItem)[];

const order = `COALESCE("part"."due_on", '${noTerm}'), "part"."case_id", "part"."unit"`;

const columns = [
  ...Object.keys(partTable.columns).map((name) => `"part".${quoted(name)}`),
  ...toldOfCase.map((name) => `"item".${quoted(name)}`),
  '"item"."unit" AS "lead"',
].join(', ');

/** Parts that are open, of cases that are: those that have ended are not in the queue. */
export const selectJointTasks = ({ unit, hiddenFrom, after, limit }: JointQuery): Sql => {
  const values: unknown[] = [];
  const parts = `SELECT * FROM ${quoted(partTable.name)}${whereText(conditionParts(partTable, { unit, open: 1 }, values))}`;
  const hidden = whereText(filterParts({ hiddenFrom }, noTerm, values));
  const items = `SELECT "case_id" AS "item_id", "unit", ${quotedList(toldOfCase)} FROM ${quoted(queueTable.name)}${hidden}`;
  const further = after ? ` WHERE (${order}) > ${placeholders(1, 3)}` : '';
  if (after) values.push(after.due_on, after.case_id, after.unit);
  values.push(limit + 1);
  return {
    text: `SELECT ${columns} FROM (${parts}) AS "part" JOIN (${items}) AS "item" ON "item"."item_id" = "part"."case_id"${further} ORDER BY ${order} LIMIT ${placeholder}`,
    values,
  };
};

const cursorAt = ({ due_on, case_id, unit }: JointTask): JointCursor => ({ due_on: due_on ?? noTerm, case_id, unit });

/** The page in what was read: one task more than asked for, if there is one. */
export const jointPage = (found: readonly JointTask[], limit: number): JointPage => {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return found.length > limit && last ? { items, next: cursorAt(last) } : { items };
};
