import { businessDate, type Calendar } from '@app/cases';
import { type CaseFacts, caseFactsTable, type ProjectedEvent, projections, type RowProjection } from '@app/projections';
import { workingDaysBetween } from '../working-days';

/** A stretch of time in which a case was in one hand. */
export interface Segment {
  /** `office`, `unit`, `citizen` or `approval`: on whose time the days passed. */
  readonly heldBy: string;
  /** The unit, of its own stretches. */
  readonly unit?: string;
  readonly from: string;
  readonly to: string;
  /** After `from`, up to and with `to`. */
  readonly workingDays: number;
  /** True of the last one while the case goes on: `to` is today. */
  readonly open?: true;
}

type Hand = Pick<Segment, 'heldBy' | 'unit'> & { readonly from: string };

// Who has a case is said by its facts; a second table of the same would come to differ from it.
const facts = projections.find(({ table }) => table.name === caseFactsTable.name) as RowProjection<CaseFacts>;

const handOf = ({ held_by, unit }: CaseFacts, from: string): Hand | undefined => {
  if (held_by === null) return undefined;
  return { heldBy: held_by, from, ...(held_by === 'unit' && unit !== null && { unit }) };
};

const isSame = (one: Hand | undefined, other: Hand | undefined): boolean => one?.heldBy === other?.heldBy && one?.unit === other?.unit;

const inBusinessOrder = (events: readonly ProjectedEvent[]): readonly ProjectedEvent[] =>
  events.toSorted((one, other) => Date.parse(one.occurredAt) - Date.parse(other.occurredAt));

/** In whose hand a case was from when to when, by what happened and not by when it was entered; the last stretch goes on until today. */
export const segmentsOf = (events: readonly ProjectedEvent[], calendar: Calendar, today: string): readonly Segment[] => {
  const segments: Segment[] = [];
  const end = ({ from, ...hand }: Hand, to: string, open: boolean): void => {
    const until = to < from ? from : to;
    segments.push({ ...hand, from, to: until, workingDays: workingDaysBetween(from, until, calendar), ...(open && { open }) });
  };
  let row: CaseFacts | undefined;
  let hand: Hand | undefined;
  for (const event of inBusinessOrder(events)) {
    if (!event.milestone) continue;
    row = { ...row, ...facts.fold(row, event) } as CaseFacts;
    const on = businessDate(event.occurredAt);
    const next = handOf(row, on);
    if (isSame(hand, next)) continue;
    if (hand) end(hand, on, false);
    hand = next;
  }
  if (hand) end(hand, today, true);
  return segments;
};
