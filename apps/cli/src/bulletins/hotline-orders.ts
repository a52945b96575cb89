import type { Rating } from '@app/cases';
import type { Random } from '../demo/plan/random';

/** The figures of a hotline's month or quarter, as far as cases can give them. */
export interface HotlineFigures {
  /** Begins the numbers of its work orders, `HD`. */
  readonly key: string;
  /** First and last day on which calls come in. Those that are followed up come in the first half. */
  readonly days: readonly [first: string, middle: string, last: string];
  readonly kinds: Readonly<Record<string, number>>;
  readonly platforms?: Readonly<Record<string, number>>;
  /** Orders sent to units: how many of them late, how many sent back once. */
  readonly units: readonly UnitFigures[];
  readonly urgent?: { readonly orders: number; readonly late: number };
  /** Answered and not yet closed. */
  readonly notClosed?: number;
  readonly followUps: readonly (readonly [Rating, number])[];
}

export interface UnitFigures {
  readonly unit: string;
  readonly orders: number;
  readonly late?: number;
  readonly reworked?: number;
}

/** One work order as the figures ask for it. */
export interface Order {
  readonly kind: string;
  readonly platform?: string;
  /** The unit it is sent to; absent for one that the hotline answers itself. */
  readonly unit?: string;
  readonly late: boolean;
  readonly reworked: boolean;
  readonly urgent: boolean;
  readonly closed: boolean;
  readonly rating?: Rating;
}

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

const expanded = <T extends string>(counts: readonly (readonly [T, number])[]): T[] =>
  counts.flatMap(([value, count]) => times(count, value));

type Sent = Pick<Order, 'unit' | 'late' | 'reworked'>;

const sentTo = ({ unit, orders, late = 0, reworked = 0 }: UnitFigures): Sent[] =>
  Array.from({ length: orders }, (_, index) => ({ unit, late: index < late, reworked: index >= orders - reworked }));

/** Gives `many` of those that fit the value, in their order. @throws when there are not enough: the figures contradict each other */
const marked = <T>(all: readonly T[], many: number, fits: (one: T) => boolean): ReadonlySet<T> => {
  const found = all.filter(fits).slice(0, many);
  if (found.length < many) throw new Error(`the figures ask for ${many} orders of a sort of which there are only ${found.length}`);
  return new Set(found);
};

/** The orders that add up to the figures; which is which is drawn. */
export const ordersOf = (random: Random, figures: HotlineFigures): readonly Order[] => {
  const { kinds, platforms = {}, units, urgent = { orders: 0, late: 0 }, notClosed = 0, followUps } = figures;
  const kindOf = random.shuffle(expanded(Object.entries(kinds)));
  const sent = random.shuffle(units.flatMap(sentTo));
  const direct: Sent[] = times(kindOf.length - sent.length, { late: false, reworked: false }).map((each) => ({ ...each }));
  const platformOf = expanded(Object.entries(platforms));
  const urgentLate = marked(sent, urgent.late, ({ late }) => late);
  const urgentInTime = marked(sent, urgent.orders - urgent.late, ({ late, reworked }) => !late && !reworked);
  const open = marked(sent.toReversed(), notClosed, (each) => !each.late && !each.reworked && !urgentInTime.has(each));
  const ratings = random.shuffle(expanded(followUps));
  const asked = [...marked(sent, ratings.length, (each) => !each.late && !each.reworked && !open.has(each))];
  const ratingOf = new Map(asked.map((each, index) => [each, ratings[index]]));
  return [...sent, ...direct].map((each, index) => {
    const [platform, rating] = [platformOf[index], ratingOf.get(each)];
    return {
      ...each,
      kind: kindOf[index] ?? '',
      urgent: urgentLate.has(each) || urgentInTime.has(each),
      closed: !open.has(each),
      ...(platform !== undefined && { platform }),
      ...(rating !== undefined && { rating }),
    };
  });
};
