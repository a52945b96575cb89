import { type Cell, defaultWeights, type QueueFact, type QueueItem, queueFacts, queueScore, type QueueWeights } from '@app/projections';
import { columnList, columnText, whereText } from './conditions';
import type { QueueCursor, QueuePage, QueueQuery, ScoredItem } from './read-store';
import { placeholder, placeholders, quoted, quotedList, type Sql } from './sql';
import { filterParts, queueTable, testText } from './work-queue-filters';

const columns = quotedList(Object.keys(queueTable.columns));

const pointsText = (fact: QueueFact, weights: QueueWeights, values: unknown[]): string => {
  const text = 'per' in fact ? `${columnText(queueTable, fact.per)} * ${placeholder}` : caseText(fact.when, values);
  values.push(weights[fact.fact]);
  return text;
};

const caseText = (when: Parameters<typeof testText>[0], values: unknown[]): string =>
  `CASE WHEN ${testText(when, values)} THEN ${placeholder} ELSE 0 END`;

/** Higher scores come first, so that the rank is what is missing to none. */
const rankText = (today: string, weights: QueueWeights, values: unknown[]): string =>
  `0 - (${queueFacts(today)
    .map((fact) => pointsText(fact, weights, values))
    .join(' + ')})`;

const order = ['rank', 'due_on', 'case_id'];

const selectPage = ({ today, weights = defaultWeights, filters = {}, after, limit }: QueueQuery): Sql => {
  const values: unknown[] = [];
  const rank = rankText(today, weights, values);
  const filtered = whereText(filterParts(filters, today, values));
  const ranked = `SELECT ${columns}, ${rank} AS "rank" FROM ${quoted(queueTable.name)}${filtered}`;
  const further = after ? ` WHERE (${quotedList(order)}) > ${placeholders(1, order.length)}` : '';
  if (after) values.push(-after.score, after.due_on, after.case_id);
  values.push(limit + 1);
  return {
    text: `SELECT ${columnList(queueTable, Object.keys(queueTable.columns))} FROM (${ranked}) AS "ranked"${further} ORDER BY ${quotedList(order)} LIMIT ${placeholder}`,
    values,
  };
};

const cursorAt = ({ score, due_on, case_id }: ScoredItem, today: string): QueueCursor => ({ today, score, due_on, case_id });

type Read = (sql: Sql) => Promise<readonly { readonly [column: string]: Cell }[]>;

/** One page by score. One row more than asked for is read, to know whether there is a next page; that one is of the same day as the first. */
export const workQueuePage = async (read: Read, query: QueueQuery): Promise<QueuePage> => {
  const { after, limit, weights = defaultWeights } = query;
  const today = after?.today ?? query.today;
  const found = (await read(selectPage({ ...query, today }))) as readonly QueueItem[];
  const items = found.slice(0, limit).map((item): ScoredItem => ({ ...item, ...queueScore(item, today, weights) }));
  const last = items.at(-1);
  return found.length > limit && last ? { items, next: cursorAt(last, today) } : { items };
};
