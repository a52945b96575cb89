import {
  isDueSoon,
  isNotOverdue,
  isOverdue,
  isUnassigned,
  type QueueItem,
  type QueueTest,
  type Table,
  workQueueTable,
} from '@app/projections';
import { type AnyOf, anyOfText, conditionParts, type Where } from './conditions';
import type { QueueFilters } from './read-store';

type Alternatives = AnyOf<QueueItem>;

/** What must hold when the filter says true, and what when it says false. */
type YesOrNo = readonly [yes: Alternatives, no: Alternatives];

const isNotDueSoon = (today: string): Alternatives => [{ soon_on: null }, { soon_on: { gt: today } }, ...isOverdue(today)];

const sides = (today: string): Readonly<Record<'overdue' | 'unassigned' | 'dueSoon' | 'escalated', YesOrNo>> => ({
  overdue: [isOverdue(today), [isNotOverdue(today)]],
  unassigned: [[isUnassigned], [{ unit: { not: '' } }]],
  dueSoon: [[isDueSoon(today)], isNotDueSoon(today)],
  escalated: [[{ level: { gt: 0 } }], [{ level: 0 }]],
});

const whereOf = ({ type, unit, status, kind, matter, channel, urgency, area, hiddenFrom }: QueueFilters): Where<QueueItem> => ({
  case_type: type,
  unit,
  status,
  kind,
  matter,
  channel,
  urgency,
  area,
  accused: hiddenFrom && { lacks: hiddenFrom },
});

export const queueTable = workQueueTable as unknown as Table;

/** Tests of the score as conditions of the store. */
export const testText = (tests: readonly QueueTest[], values: unknown[]): string => anyOfText(queueTable, tests, values);

/** The filters as SQL parts to be joined with AND; their values are pushed to `values`. */
export const filterParts = (filters: QueueFilters, today: string, values: unknown[]): string[] => {
  const asked = Object.entries(sides(today)).flatMap(([name, [yes, no]]) => {
    const stated = filters[name as keyof ReturnType<typeof sides>];
    return stated === undefined ? [] : [stated ? yes : no];
  });
  return [
    ...conditionParts(queueTable, whereOf(filters), values),
    ...asked.map((alternatives) => anyOfText(queueTable, alternatives as AnyOf, values)),
  ];
};
