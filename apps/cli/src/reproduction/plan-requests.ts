import type { Form } from '@app/reports';
import type { DemoCase } from '../demo/plan/demo-plan';
import type { Random } from '../demo/plan/random';
import { workingDaysAfter } from '../demo/plan/working-time';
import { type Fate, type PlannedRequest, requestsOf } from './fates';
import { applicantColumns } from './lines';
import type { PublishedParts } from './published-parts';
import { type DatedRequest, requestCase } from './request-steps';
import { daysOf, type YearDays } from './year-days';

type Dates = Pick<DatedRequest, 'receivedOn' | 'settledOn' | 'fate'>;

/** A request that was open at the end of the year is answered in the next one, every other time; else nobody has answered it to this day. */
const afterwards: Fate = { way: 'answer', outcome: 'granted' };

const kept = (days: YearDays, receivedOn: string, index: number, of: number): Dates =>
  index % 2 === 0 ? { receivedOn, fate: { way: 'stays-open' } } : { receivedOn, settledOn: days.settledAfter(index, of), fate: afterwards };

/** In time, and later than any step before the answer. */
const handlingDays = 12;

const datesOf = (days: YearDays, { isCarriedIn, fate }: PlannedRequest, index: number, of: number): Dates => {
  const isOpen = fate.way === 'stays-open';
  if (isCarriedIn) {
    const receivedOn = days.receivedBefore(index, of);
    return isOpen ? kept(days, receivedOn, index, of) : { receivedOn, settledOn: days.settledEarly(index, of), fate };
  }
  if (isOpen) return kept(days, days.receivedLate(index, of), index, of);
  const receivedOn = days.received(index, of);
  return { receivedOn, settledOn: workingDaysAfter(receivedOn, handlingDays), fate };
};

/** Groups that are spread over days of their own. */
const groupOf = ({ isCarriedIn, fate }: PlannedRequest): string => `${isCarriedIn} ${fate.way === 'stays-open'}`;

/** The requests behind table three, each with all that happens to it. */
export const planRequests = (random: Random, form: Form, { requests }: PublishedParts, year: number): DemoCase[] => {
  const days = daysOf(year);
  const planned = applicantColumns(form).flatMap(({ code, kind }) => {
    const counts = requests[code];
    return counts ? requestsOf(code, counts, year).map((request) => ({ request, kind })) : [];
  });
  // Shuffled, so that kinds of applicants and results come over the year and not one after the other.
  const shuffled = random.shuffle(planned);
  const sizes = new Map<string, number>();
  for (const { request } of shuffled) sizes.set(groupOf(request), (sizes.get(groupOf(request)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return shuffled.map(({ request, kind }, number) => {
    const group = groupOf(request);
    const index = seen.get(group) ?? 0;
    seen.set(group, index + 1);
    const key = `reproduced-${year}-request-${String(number + 1).padStart(4, '0')}`;
    return requestCase(random.branch(key), { key, kind, ...datesOf(days, request, index, sizes.get(group) ?? 1) });
  });
};
